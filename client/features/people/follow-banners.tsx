import { Button } from '#client/ui/button.tsx'
import css from './people.module.css'
import type { Follow } from './use-follow.ts'

/** Says over the canvas whom one follows, who follows, and that one was called. */
export function FollowBanners({ follow }: { follow: Follow }) {
  const { followed, followers, call } = follow
  return (
    <div className={css.banners} aria-live="polite">
      {followed !== undefined && (
        <div className={css.banner}>
          <span>Following {followed.entry.name}</span>
          <Button small onClick={follow.stop}>
            Stop
          </Button>
        </div>
      )}
      {call !== undefined && (
        <div className={css.banner}>
          <span>{call.by} brought everyone here</span>
          <Button small onClick={follow.goBack}>
            Go back
          </Button>
          <Button
            small
            look="quiet"
            icon="close"
            aria-label="Stay here"
            onClick={follow.dismissCall}
          />
        </div>
      )}
      {followers.length > 0 && (
        <div className={`${css.banner} ${css.quiet}`}>{followerWords(follow)}</div>
      )}
    </div>
  )
}

function followerWords({ followers }: Follow): string {
  const [first, ...rest] = followers.map(({ entry }) => entry.name)
  if (rest.length === 0) return `${first ?? ''} follows you`
  return `${first ?? ''} and ${rest.length} more follow you`
}

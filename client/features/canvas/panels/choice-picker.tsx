import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import './choice-picker.css'
import { boundaryLooks } from '../shapes/boundary-look.ts'
import { KindIcon } from '../shapes/kind-icon.tsx'
import { useKindSearch } from '#client/lib/use-kind-search.ts'
import { foundChoices, type Choice, type ChoiceSection } from './choices.ts'
import { nextOption, type ArrowKey } from './next-option.ts'

interface ChoicePickerProps {
  readonly fieldLabel: string
  readonly placeholder: string
  readonly listLabel: string
  /** Shown while nothing is searched. */
  readonly sections: readonly ChoiceSection[]
  readonly withBoundaries: boolean
  readonly onChoose: (choice: Choice, isFast: boolean) => void
  readonly onClose: () => void
  readonly onPress?: (choice: Choice, event: PointerEvent) => void
}

/** A field that searches and a list to choose from; the field keeps the focus all the while. */
export function ChoicePicker(props: ChoicePickerProps) {
  const { fieldLabel, placeholder, listLabel, sections, withBoundaries, onChoose, onPress } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const { search, purposeOf } = useKindSearch()
  const shown = useMemo(() => {
    if (query.trim() === '') return sections
    const choices = foundChoices(search(query), query, withBoundaries)
    return choices.length === 0 ? [] : [{ title: 'Found', choices }]
  }, [query, sections, withBoundaries, search])
  const all = shown.flatMap((section) => section.choices)
  const choose = (choice: Choice | undefined, isFast: boolean) => {
    if (choice !== undefined) onChoose(choice, isFast)
    if (isFast) setQuery('')
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const move = arrowOf(event.key, query)
    if (move !== undefined) setActive(moveTo(list.current, active, move))
    else if (event.key === 'Enter') choose(all[active], event.shiftKey)
    else if (event.key === 'Escape') props.onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="lb-picker">
      <input
        // The panel was opened to type into it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="lb-picker__field"
        role="combobox"
        aria-label={fieldLabel}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={all[active] && `${id}-${all[active].key}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={handleKey}
      />
      <div
        ref={list}
        id={`${id}-list`}
        className="lb-picker__list"
        role="listbox"
        aria-label={listLabel}
      >
        {shown.map((section) => (
          <div key={section.title} role="group" aria-label={section.title}>
            <div className="lb-picker__heading" aria-hidden="true">
              {section.title}
            </div>
            <div className="lb-picker__options">
              {section.choices.map((choice) => (
                <Option
                  key={choice.key}
                  id={`${id}-${choice.key}`}
                  choice={choice}
                  purpose={choice.type === 'component' ? purposeOf(choice.kind.id) : undefined}
                  isActive={all[active]?.key === choice.key}
                  onChoose={() => choose(choice, false)}
                  onPress={onPress}
                />
              ))}
            </div>
          </div>
        ))}
        {all.length === 0 && (
          <p className="lb-picker__none" role="status">
            Nothing is called “{query.trim()}”. Try a product, or a word like “queue”.
          </p>
        )}
      </div>
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly choice: Choice
  readonly purpose: string | undefined
  readonly isActive: boolean
  readonly onChoose: () => void
  readonly onPress: ((choice: Choice, event: PointerEvent) => void) | undefined
}

function Option({ id, choice, purpose, isActive, onChoose, onPress }: OptionProps) {
  const markup =
    choice.type === 'component' ? choice.kind.icon : boundaryLooks[choice.boundaryType].icon
  return (
    // Keys are handled by the field, which names the active option.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className="lb-picker__option"
      data-family={choice.type === 'component' ? choice.kind.group : undefined}
      data-boundary={choice.type === 'boundary' ? choice.boundaryType : undefined}
      title={purpose}
      ref={isActive ? scrollToActive : undefined}
      // Keeps the focus in the field.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => onPress?.(choice, event)}
      onClick={onChoose}
    >
      <span className="lb-picker__icon">
        <KindIcon markup={markup} size={18} />
      </span>
      <span className="lb-picker__title">{choice.title}</span>
      {choice.detail !== '' && <span className="lb-picker__detail">{choice.detail}</span>}
    </div>
  )
}

function scrollToActive(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' })
}

/** Left and right move the caret while something is written. */
function arrowOf(key: string, query: string): ArrowKey | undefined {
  if (key === 'ArrowDown' || key === 'ArrowUp') return key
  return query === '' && (key === 'ArrowLeft' || key === 'ArrowRight') ? key : undefined
}

function moveTo(list: HTMLElement | null, active: number, key: ArrowKey): number {
  const options = [...(list?.querySelectorAll('[role=option]') ?? [])]
  return nextOption(
    options.map((option) => option.getBoundingClientRect()),
    active,
    key,
  )
}

import { useEffect, useState } from 'react'
import { categories, type Rule } from '#shared/checker/define-rule.ts'
import { rules } from '#shared/checker/rules/index.ts'
import { TextField } from '#client/ui/text-field.tsx'
import { categoryTitles } from './category-titles.ts'
import { findRules } from './find-rules.ts'
import { RulesFrame } from './rules-frame.tsx'
import css from './rules.module.css'

/** All that the checker looks for, by category. It brings the rules with it: load it when it is asked for. */
export function RulesPage() {
  const [query, setQuery] = useState('')
  useEffect(() => {
    document.title = 'Rules · Loadbearing'
  }, [])
  const found = findRules(rules, query)
  return (
    <RulesFrame back={{ href: '/', title: 'All boards' }}>
      <h1>What Loadbearing looks for</h1>
      <p className={css.lead}>
        {rules.length} rules read a design as an interviewer would. How much each weighs follows the
        scale of the design, and many stay silent on a small one.
      </p>
      <div className={css.search}>
        <TextField
          label="Search the rules"
          type="search"
          value={query}
          placeholder="For example: cache, retry, backup"
          onChange={(event) => setQuery(event.target.value)}
        />
        <output className={css.count}>
          {query.trim() === '' ? '' : `${found.length} of ${rules.length}`}
        </output>
      </div>
      {found.length === 0 && <p className={css.lead}>No rule speaks of that.</p>}
      {categories.map((category) => (
        <Category
          key={category}
          title={categoryTitles[category]}
          rules={found.filter((rule) => rule.category === category)}
        />
      ))}
    </RulesFrame>
  )
}

function Category({ title, rules: own }: { title: string; rules: readonly Rule[] }) {
  if (own.length === 0) return null
  return (
    <section className={css.category} aria-label={title}>
      <h2>
        {title} <span className="lb-number">{own.length}</span>
      </h2>
      <ul>
        {own.map(({ id, title: name, why }) => (
          <li key={id}>
            <a href={`/rules/${id}`}>{name}</a>
            <p>{why}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

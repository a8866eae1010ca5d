/** Where the page of a rule is to be read. Undefined: nowhere but in `explain`. */
export type RuleLink = (rule: string) => string | undefined

/** The page in the repository of this program on GitHub, at the very ref that runs. */
export const pageOnGitHub =
  (server: string, repository: string, ref: string): RuleLink =>
  (rule) =>
    `${server}/${repository}/blob/${ref.split('/').map(encodeURIComponent).join('/')}/dist/rules/${rule}.md`

export const noPage: RuleLink = () => undefined

/** What `--help` prints. */
export const usage = `Rehearses a repository's container delivery on paper and reports why the pods would not start.

  deploy-preflight [path]            check the repository at path (default: here)
  deploy-preflight trace [path]      show what is built, pushed, deployed and run where
  deploy-preflight explain RULE      what a rule means and how to fix what it finds

  --format text|json|github          how to report (default: text)
  --output FILE                      write the report to a file
  --fail-on error|warning|notice|never
                                     the mildest severity that fails (default: error)
  --min-severity error|warning|notice
                                     the mildest severity that is shown (default: notice)
  --config FILE                      instead of .github/preflight.yml
  --repository owner/name            instead of what the checkout's origin says
  --no-color                         no colours (also NO_COLOR; FORCE_COLOR for colours)
  --version, --help

Exit codes: 0 fine, 1 findings that fail, 2 usage or configuration error, 3 internal failure.
`

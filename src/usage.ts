/** What `--help` prints. */
export const usage = `Rehearses a repository's container delivery on paper and reports why the pods would not start.

  deploy-preflight [path]            check the repository at path (default: here)
  deploy-preflight trace [path]      show what is built, pushed, deployed and run where
  deploy-preflight explain RULE      what a rule means and how to fix what it finds
  deploy-preflight render CHART      what helm template (or kustomize build, for a kustomization) prints

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

To render, as helm template takes them: --release NAME, -n/--namespace, -f/--values, --set, --set-string, --set-json,
--set-file, --set-literal, --kube-version, -a/--api-versions, --include-crds; and
  --helm 3|4                         as which Helm renders (default: 3)
  --origins                          behind every line with a value, the place to edit: # path:line:column

Exit codes: 0 fine, 1 findings that fail or a failed render, 2 usage or configuration error, 3 internal failure.
`

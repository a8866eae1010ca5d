import { recordAction } from '../kube/action-event.ts'
import { action } from '../tool.ts'

/** Signs the AWS tools in, and says which region they mean. */
export const awsConfigureCredentials = action('aws-actions/configure-aws-credentials', (call, machine, world) => {
  recordAction(call, machine, world, 'aws-actions/configure-aws-credentials')
  const region = call.input('aws-region')
  if (region) {
    const variable = { text: region, exported: true }
    machine.variables = new Map([...machine.variables, ['AWS_REGION', variable], ['AWS_DEFAULT_REGION', variable]])
  }
  return { outputs: new Map(), complete: false }
})

import { recordAction } from '../kube/action-event.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { action, noOutputs } from '../tool.ts'

/** Connects to a cluster of Alibaba Cloud. */
export const aliyunAckSetContext = action('aliyun/ack-set-context', (call, machine, world) => {
  recordAction(call, machine, world, 'aliyun/ack-set-context')
  connect(machine, filled(call.input('cluster-id')), 'ack', call.at)
  return noOutputs
})

import { done } from '../text/outcome.ts'
import { command } from '../tool.ts'

/** Who may read a file changes nothing here: jobs run as a user who may. */
export const chmod = command(['chmod', 'chown', 'chgrp'], () => done())

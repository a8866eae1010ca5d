import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/action.ts
console.log("action");

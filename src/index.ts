export type { Agent, Contract, Route } from "./contract/contract.ts";
export type { Diagnostic, Severity, Span, Where } from "./core/diagnostic.ts";
export { Failure } from "./core/failure.ts";
export { loadProjectRules } from "./pack/project-rules.ts";
export type { Routed } from "./response/route-answer.ts";
export {
  type Answer,
  type AnswerRules,
  type Verdict,
  validateAnswer,
  validatePlainAnswer,
} from "./response/validate-answer.ts";

import { type LoadedContract, loadContract } from "../../src/contract/load.ts";
import { contractSchema, repositoryFile } from "./contract-schema.ts";

export const shipped: LoadedContract = loadContract(
  { file: "references/contract.yaml", text: repositoryFile("references/contract.yaml") },
  contractSchema,
);

/** Loads a project's contract over the shipped one. */
export function layer(text: string): LoadedContract {
  return loadContract({ file: ".baton/contract.yaml", text }, contractSchema, shipped.contract);
}

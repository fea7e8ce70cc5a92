/** Joins a directory and a name. */
export function below(directory: string, name: string): string {
  return directory === "" ? name : `${directory}/${name}`;
}

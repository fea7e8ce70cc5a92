/** Whether a path is what programs leave behind; nobody means it by the change, and it is in no commit unless it is named. */
export function isByProduct(path: string): boolean {
  return /(^|\/)(build|coverage|dist|node_modules|out|target|\.[^/]+)\/|\.(log|out|tmp)$/.test(path);
}

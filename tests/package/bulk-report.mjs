// A report of bulk in the words of tests/files/*.json: without what follows from the rest. Runs in Node and in the browser.

export function told({ columns, issues, ...rest }) {
  return {
    ...rest,
    columns: columns.map(({ index, ...column }) => column),
    issues: issues.map(({ severity, message, fix, ...issue }) => (fix === undefined ? issue : { ...issue, fix: fix.value })),
  };
}

// Says in one sentence what to do where npm found no Node that can run TypeScript, instead of a syntax error.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Luciérnaga needs Node 24 or later, and this is ${process.versions.node}. On Linux "npm ci" brings its own; elsewhere install Node 24 and run "npm ci" again.`,
  );
  process.exit(1);
}

// Stands before every command. Written so that an old Node can read it, which would only stumble over what follows.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 2)) {
  console.error(
    `This command needs Node 24, and this is Node ${process.versions.node}. “npm ci” brings Node 24 along as the package “node”, but not with --ignore-scripts. To mend: npm rebuild node --foreground-scripts, or install Node 24.`,
  );
  process.exit(1);
}

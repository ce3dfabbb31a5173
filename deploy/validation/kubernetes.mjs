// Checks what kustomize draws: types and fields by the Kubernetes schemas, and that names meet.
//   node kubernetes.mjs RENDERED.yaml
// Prints each fault; ends with 1 where there is one.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import yaml from "js-yaml";
import ts from "typescript";

const require = createRequire(import.meta.url);
const documents = yaml.loadAll(readFileSync(process.argv[2], "utf8"));
const faults = [];
const named = (it) => `${it.kind}/${it.metadata?.name}`;
const of = (...kinds) => documents.filter((it) => kinds.includes(it.kind));

/** The module of kubernetes-models that knows the kind, e.g. kubernetes-models/apps/v1/Deployment. */
function model({ apiVersion, kind }) {
  const [version, group] = apiVersion.split("/").reverse();
  return ["kubernetes-models", group, version, kind].filter(Boolean).join("/");
}

/** Required fields, types, enumerations and formats. */
function schema() {
  for (const it of documents) {
    try {
      new (require(model(it))[it.kind])(it).validate();
    } catch (error) {
      faults.push(`${named(it)}: ${error.message}`);
    }
  }
}

/** Fields that no schema knows: the compiler refuses them in a literal, a cluster would drop them. */
function fields() {
  const text = documents.map((it, i) => {
    const { apiVersion, kind, ...rest } = it;
    return `import { ${kind} as K${i} } from "${model(it)}";\nnew K${i}(${JSON.stringify(rest)});`;
  });
  const file = join(dirname(new URL(import.meta.url).pathname), "rendered.mts");
  const options = { noEmit: true, skipLibCheck: true, module: ts.ModuleKind.Node16, strict: true };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text.join("\n"), ts.ScriptTarget.ES2022)
      : read(name, ...rest);
  for (const it of ts.getPreEmitDiagnostics(ts.createProgram([file], options, host))) {
    const line = it.file?.getLineAndCharacterOfPosition(it.start).line ?? 0;
    const where = documents[Math.floor(line / 2)];
    faults.push(`${named(where)}: ${ts.flattenDiagnosticMessageText(it.messageText, " ")}`);
  }
}

const matches = (selector, labels) =>
  Object.entries(selector ?? {}).every(([key, value]) => labels[key] === value);

/** Selectors choose pods, ports and config maps are there, pods are held to the rules. */
function references() {
  const pods = of("Deployment", "Job").map((it) => ({ it, ...it.spec.template }));
  const ports = (labels) =>
    pods
      .filter((pod) => matches(labels, pod.metadata.labels))
      .flatMap((pod) => pod.spec.containers.flatMap((c) => (c.ports ?? []).map((p) => p.name)));
  const expect = (condition, it, what) => condition || faults.push(`${named(it)}: ${what}`);
  const chosen = (labels, it) =>
    expect(pods.some((pod) => matches(labels, pod.metadata.labels)), it, `no pod has ${JSON.stringify(labels)}`);

  for (const it of of("Service")) {
    chosen(it.spec.selector, it);
    it.spec.ports.forEach((p) =>
      expect(ports(it.spec.selector).includes(p.targetPort), it, `no port ${p.targetPort}`));
  }
  of("PodDisruptionBudget").forEach((it) => chosen(it.spec.selector.matchLabels, it));
  for (const it of of("NetworkPolicy")) {
    const labels = it.spec.podSelector.matchLabels;
    chosen(labels, it);
    (it.spec.ingress ?? []).flatMap((rule) => rule.ports ?? [])
      .forEach((p) => expect(ports(labels).includes(p.port), it, `no port ${p.port}`));
    for (const peer of (it.spec.ingress ?? []).flatMap((r) => r.from ?? [])
      .concat((it.spec.egress ?? []).flatMap((r) => r.to ?? []))) {
      if (peer.podSelector) chosen(peer.podSelector.matchLabels, it);
    }
  }
  expect(of("NetworkPolicy").some((it) => !it.spec.podSelector.matchLabels && it.spec.policyTypes.length === 2
    && !it.spec.ingress && !it.spec.egress), { kind: "NetworkPolicy", metadata: {} }, "nothing is denied by default");
  for (const it of of("Ingress")) {
    for (const { backend } of it.spec.rules.flatMap((rule) => rule.http.paths)) {
      expect(of("Service").some((s) => s.metadata.name === backend.service.name
        && s.spec.ports.some((p) => p.name === backend.service.port.name)), it, `no service ${backend.service.name}`);
    }
  }
  const maps = of("ConfigMap").map((it) => it.metadata.name).concat("trust");
  for (const { it, spec } of pods) {
    const asked = spec.containers.flatMap((c) => (c.envFrom ?? []).map((e) => e.configMapRef.name)
      .concat((c.env ?? []).flatMap((e) => e.valueFrom?.configMapKeyRef?.name ?? [])))
      .concat(spec.volumes.flatMap((v) => v.configMap?.name ?? []));
    asked.forEach((name) => expect(maps.includes(name), it, `no config map ${name}`));
    held(it, spec, expect);
  }
}

/** What every pod of the suite keeps to, whoever wrote it. */
function held(it, spec, expect) {
  expect(spec.securityContext?.runAsNonRoot, it, "may run as root");
  expect(spec.automountServiceAccountToken === false, it, "has a token of the cluster");
  for (const c of spec.containers) {
    expect(c.securityContext?.readOnlyRootFilesystem, it, "may write into its image");
    expect(c.securityContext?.capabilities?.drop?.includes("ALL"), it, "keeps capabilities");
    expect(c.resources?.limits?.memory && c.resources?.requests?.cpu, it, "has no limits");
    expect(/:[^:]+$/.test(c.image) && !c.image.endsWith(":latest"), it, `takes any ${c.image}`);
    if (it.kind === "Deployment") {
      expect(c.startupProbe && c.livenessProbe && c.readinessProbe, it, "is not probed");
    }
  }
}

schema();
fields();
references();
faults.forEach((it) => console.log(it));
process.exit(faults.length ? 1 : 0);

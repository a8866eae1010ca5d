import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  at,
  entriesOf,
  fileText,
  headOf,
  isNull,
  itemsOf,
  nearest,
  parseYaml,
  require_ajv,
  spanOf,
  textOf,
  withFingerprints
} from "./shared-3.js";
import {
  __toESM
} from "./shared-1.js";

// src/config-file.ts
var import_ajv = __toESM(require_ajv(), 1);

// src/config-schema.json
var config_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "deploy-preflight",
  description: "What deploy-preflight cannot read from the repository, and what it shall not report: .github/preflight.yml",
  type: "object",
  additionalProperties: false,
  properties: {
    clusters: {
      description: "Clusters that the workflows deploy to, by a name of your choice.",
      type: "object",
      additionalProperties: {
        $ref: "#/definitions/cluster"
      }
    },
    rules: {
      description: "Rules by id: off, or the severity to report them with.",
      type: "object",
      propertyNames: {
        $ref: "#/definitions/ruleId"
      },
      additionalProperties: {
        enum: [
          "off",
          "notice",
          "warning",
          "error"
        ]
      }
    },
    ignore: {
      description: "Findings that are known and accepted, with the reason.",
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: [
          "rule"
        ],
        properties: {
          rule: {
            $ref: "#/definitions/ruleId"
          },
          path: {
            description: "A glob relative to the checked root: *, ? and **. Absent: everywhere.",
            $ref: "#/definitions/word"
          },
          why: {
            description: "Why this is fine. Without it there is a warning.",
            type: "string"
          }
        }
      }
    },
    images: {
      type: "object",
      additionalProperties: false,
      properties: {
        external: {
          description: "Globs of image names that another repository builds: docker.io/acme/legacy-*",
          $ref: "#/definitions/words"
        }
      }
    }
  },
  definitions: {
    ruleId: {
      anyOf: [
        {
          enum: [
            "azure-credentials-ignored",
            "azure-subscription-missing",
            "config-invalid",
            "deploy-before-build",
            "deploy-despite-failed-build",
            "file-missing",
            "file-not-understood",
            "helm-env-not-string",
            "helm-key-unread",
            "helm-render-fails",
            "helm-set-comma",
            "helm-set-escape-lost",
            "helm-set-list-wiped",
            "ignore-needless",
            "ignore-unexplained",
            "image-attestation-index",
            "image-name-uppercase",
            "image-platform-mismatch",
            "image-platform-unstated",
            "image-pull-policy-never",
            "image-reference-invalid",
            "image-registry-missing",
            "image-repository-mismatch",
            "image-tag-mismatch",
            "internal-error",
            "kustomize-build-fails",
            "manifest-local-in-cloud",
            "namespace-created-late",
            "permission-ceiling-exceeded",
            "permission-id-token-missing",
            "permission-packages-write-missing",
            "placeholder-applied",
            "rewrite-without-effect",
            "rollout-not-triggered",
            "tag-number-mangled",
            "workflow-run-sha"
          ]
        },
        {
          $ref: "#/definitions/word"
        }
      ]
    },
    word: {
      type: "string",
      minLength: 1,
      maxLength: 500
    },
    words: {
      type: "array",
      items: {
        $ref: "#/definitions/word"
      }
    },
    cluster: {
      type: "object",
      additionalProperties: false,
      properties: {
        match: {
          description: "Names of this cluster as the workflows use them. Absent: every deploy.",
          $ref: "#/definitions/words"
        },
        provider: {
          enum: [
            "aks",
            "eks",
            "gke",
            "ack",
            "openshift",
            "local",
            "other"
          ]
        },
        region: {
          description: "As the provider names it: cn-shanghai",
          $ref: "#/definitions/word"
        },
        kubernetes: {
          description: 'Version of the cluster: "1.31"',
          type: [
            "string",
            "number"
          ],
          pattern: "^v?1\\.[0-9]+(\\.[0-9]+)?$"
        },
        nodes: {
          type: "array",
          items: {
            $ref: "#/definitions/nodes"
          }
        },
        "pulls-from": {
          description: "Registries that the nodes can pull from without a pull secret.",
          $ref: "#/definitions/words"
        },
        exists: {
          description: "Objects that are made outside this repository.",
          type: "array",
          items: {
            $ref: "#/definitions/existing"
          }
        }
      }
    },
    nodes: {
      description: "Nodes of one kind.",
      type: "object",
      additionalProperties: false,
      properties: {
        architecture: {
          enum: [
            "amd64",
            "arm64"
          ]
        },
        cpu: {
          description: "Cores of one node: 4, 3860m",
          $ref: "#/definitions/quantity"
        },
        memory: {
          description: "Of one node: 16Gi",
          $ref: "#/definitions/quantity"
        },
        "machine-type": {
          description: "As the provider names it: Standard_D4ps_v5",
          $ref: "#/definitions/word"
        },
        labels: {
          type: "object",
          additionalProperties: {
            type: [
              "string",
              "number",
              "boolean"
            ]
          }
        },
        taints: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: [
              "key",
              "effect"
            ],
            properties: {
              key: {
                $ref: "#/definitions/word"
              },
              value: {
                type: [
                  "string",
                  "number",
                  "boolean"
                ]
              },
              effect: {
                enum: [
                  "NoSchedule",
                  "PreferNoSchedule",
                  "NoExecute"
                ]
              }
            }
          }
        }
      }
    },
    quantity: {
      type: [
        "string",
        "number"
      ],
      pattern: "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$"
    },
    existing: {
      type: "object",
      additionalProperties: false,
      required: [
        "kind",
        "name"
      ],
      properties: {
        kind: {
          $ref: "#/definitions/word"
        },
        namespace: {
          $ref: "#/definitions/word"
        },
        name: {
          $ref: "#/definitions/word"
        },
        keys: {
          $ref: "#/definitions/words"
        }
      }
    }
  }
};

// src/syntax/quantity.ts
function parseQuantity(text) {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\d{1,3})?$/.exec(text);
  if (!match) return void 0;
  const [, number, suffix = ""] = match;
  const scale = scales.get(suffix) ?? Number(`1${suffix}`);
  return Number.isFinite(scale) ? Number(number) * scale : void 0;
}
var scales = /* @__PURE__ */ new Map([
  ["", 1],
  ["n", 1e-9],
  ["u", 1e-6],
  ["m", 1e-3],
  ["k", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
  ["P", 1e15],
  ["E", 1e18],
  ["Ki", 2 ** 10],
  ["Mi", 2 ** 20],
  ["Gi", 2 ** 30],
  ["Ti", 2 ** 40],
  ["Pi", 2 ** 50],
  ["Ei", 2 ** 60]
]);

// src/config-file.ts
function parseConfig(source, ruleIds) {
  const [document, second] = parseYaml(fileText(source));
  const mistakes = (document?.problems ?? []).map((problem) => ({
    at: stretch(problem, source),
    message: problem.message,
    help: "write valid YAML"
  }));
  if (second)
    mistakes.push({
      at: stretch(second, source),
      message: "only the first document is read",
      help: "write one document"
    });
  if (mistakes.length === 0) mistakes.push(...mistakesIn(document?.root, source, ruleIds));
  if (mistakes.length > 0) return { kind: "problems", problems: withFingerprints(mistakes.map(findingOf)) };
  return { kind: "config", config: configOf(document?.root) };
}
var stretch = ({ start, end }, source) => {
  const { length } = source.text;
  return { source, start: Math.min(start, length), end: Math.min(end, length) };
};
var findingOf = (mistake) => ({
  ...mistake,
  rule: "config-invalid",
  severity: "error",
  seen: "",
  because: [],
  fix: void 0
});
var mostMistakes = 50;
function mistakesIn(root, source, ruleIds) {
  if (!root) return [];
  const ajv = new import_ajv.Ajv({ allErrors: true, allowUnionTypes: true, verbose: true });
  const validate = ajv.compile({ ...config_schema_default, definitions: { ...config_schema_default.definitions, ruleId: config_schema_default.definitions.word } });
  if (!validate(plain(root, 0)))
    return (validate.errors ?? []).slice(0, mostMistakes).map((error) => mistakeOf(error, root, source));
  return [
    ...entriesOf(root, "rules").map(({ key }) => key),
    ...itemsOf(root, "ignore").flatMap((entry) => at(entry, "rule") ?? [])
  ].flatMap((node) => misspelled(node, ruleIds));
}
function misspelled(node, ruleIds) {
  const id = string(node) ?? "";
  const near = ruleIds.includes(id) ? void 0 : nearest(id, ruleIds);
  if (near === void 0) return [];
  return [{ at: spanOf(node), message: `there is no rule "${id}"`, help: `did you mean "${near}"?` }];
}
function plain(node, depth) {
  if (!node || depth > 50) return null;
  if (node.kind === "list") return node.items.map((item) => plain(item, depth + 1));
  if (node.kind === "map")
    return Object.fromEntries(entriesOf(node).map(({ key, value }) => [key.text.value, plain(value, depth + 1)]));
  return scalarValue(node);
}
function scalarValue(scalar) {
  const { value } = scalar.text;
  if (scalar.style !== "plain") return value;
  if (isNull(scalar)) return null;
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(value)) return value.toLowerCase() === "true";
  return /^[-+]?(?:\d+|\d*\.\d+|\d+\.)(?:[eE][-+]?\d+)?$/.test(value) ? Number(value) : value;
}
function mistakeOf(error, root, source) {
  const path = error.instancePath.split("/").slice(1).map(unescaped);
  if (error.keyword === "additionalProperties") return unknownKey(error, root, path, source);
  const place = placeAt(root, path, source);
  return { at: place, message: `${nameOf(path)} ${complaint(error)}`, help: suggestion(error) };
}
var unescaped = (step) => step.replace(/~1/g, "/").replace(/~0/g, "~");
var nameOf = (path) => path.length === 0 ? "the configuration" : path.join(".");
function unknownKey(error, root, path, source) {
  const { additionalProperty } = error.params;
  const key = String(additionalProperty);
  const known = Object.keys(error.parentSchema.properties ?? {});
  return {
    at: keyAt(root, path, key, source),
    message: `${nameOf(path)} has no key "${key}"${meant(key, known)}`,
    help: `use one of ${known.join(", ")}`
  };
}
var meant = (word, known) => {
  const near = nearest(word, known);
  return near === void 0 ? "" : `; did you mean "${near}"?`;
};
function complaint({ keyword, params, data, message }) {
  const { type, missingProperty, allowedValues } = params;
  if (keyword === "type") return `must be ${[type].flat().map(article).join(" or ")}`;
  if (keyword === "required") return `needs ${missingProperty}`;
  if (keyword === "enum") return `cannot be ${JSON.stringify(data)}${meant(String(data), allowedValues)}`;
  return keyword === "pattern" ? `cannot be ${JSON.stringify(data)}` : message ?? "is not valid";
}
var article = (type) => type === "object" ? "a map" : type === "array" ? "a list" : `a ${type}`;
function suggestion({ keyword, params, parentSchema }) {
  const { allowedValues } = params;
  if (keyword === "enum") return `use one of ${allowedValues.join(", ")}`;
  const description = parentSchema?.description;
  return description ?? "see the README for what can stand here";
}
function placeAt(root, path, source) {
  const found = nodeAt(root, path);
  if (found) return real(found.kind === "scalar" ? spanOf(found) : headOf(found), source);
  return keyAt(root, path.slice(0, -1), path.at(-1) ?? "", source);
}
function keyAt(root, path, key, source) {
  const map = nodeAt(root, path) ?? root;
  const entry = entriesOf(map).find((candidate) => candidate.key.text.value === key);
  return real(entry ? spanOf(entry.key) : headOf(map), source);
}
var nodeAt = (root, path) => path.reduce((node, step) => at(node, node?.kind === "list" ? Number(step) : step), root);
var real = (span, source) => span.source === source ? span : { source, start: 0, end: 0 };
function configOf(root) {
  return {
    clusters: entriesOf(root, "clusters").map(({ key, value }) => clusterOf(key, value)),
    rules: new Map(
      entriesOf(root, "rules").map(({ key, value }) => [key.text.value, string(value)])
    ),
    ignore: itemsOf(root, "ignore").map(ignoreOf),
    externalImages: strings(root, "images", "external") ?? []
  };
}
var string = (node, ...path) => textOf(node, ...path)?.value;
var strings = (node, ...path) => at(node, ...path)?.kind === "list" ? itemsOf(node, ...path).flatMap((item) => string(item) ?? []) : void 0;
var ignoreOf = (node) => ({
  rule: string(node, "rule") ?? "",
  path: string(node, "path"),
  why: string(node, "why")?.trim() || void 0,
  at: spanOf(at(node, "rule") ?? node)
});
function clusterOf(key, node) {
  const provider = string(node, "provider");
  const nodes = at(node, "nodes") ? itemsOf(node, "nodes").map((item) => poolOf(key.text, provider, item)) : void 0;
  return {
    name: key.text.value,
    match: strings(node, "match"),
    provider,
    region: string(node, "region"),
    kubernetes: string(node, "kubernetes")?.replace(/^v/, ""),
    nodes,
    pullsFrom: strings(node, "pulls-from") ?? [],
    exists: itemsOf(node, "exists").map(existingOf),
    at: spanOf(key)
  };
}
var poolOf = (cluster, provider, node) => ({
  cluster,
  provider,
  architecture: string(node, "architecture"),
  labels: new Map(entriesOf(node, "labels").map(({ key, value }) => [key.text.value, string(value) ?? ""])),
  taints: itemsOf(node, "taints").map(taintOf),
  machineType: textOf(node, "machine-type"),
  cpu: parseQuantity(string(node, "cpu") ?? ""),
  memory: parseQuantity(string(node, "memory") ?? ""),
  at: headOf(node)
});
var taintOf = (node) => ({
  key: string(node, "key") ?? "",
  value: string(node, "value") ?? "",
  effect: string(node, "effect") ?? ""
});
var existingOf = (node) => ({
  kind: string(node, "kind") ?? "",
  namespace: string(node, "namespace"),
  name: string(node, "name") ?? "",
  keys: strings(node, "keys")
});
export {
  parseConfig
};

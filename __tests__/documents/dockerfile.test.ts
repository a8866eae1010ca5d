import { expanded, flagOf, lastOf, lineageOf, parseDockerfile, stageBuilt } from '../../src/documents/dockerfile.ts'
import { placeOf, type Text, textAt } from '../../src/source/text.ts'

const text = (value: string): Text =>
  textAt({ source: { path: 'Dockerfile', text: value }, start: 0, end: value.length })
const written = (one: Text | undefined): string => {
  if (!one) return ''
  const { source, start, end } = placeOf(one)
  return source.text.slice(start, end)
}

const file = parseDockerfile(
  text(`# syntax=docker/dockerfile:1
ARG NODE=20
ARG TWO="a b" THREE
FROM --platform=$BUILDPLATFORM node:\${NODE} AS build
ARG INNER=1
WORKDIR /src
COPY --chmod=755 --from=other a.sh b.sh /bin/
RUN npm ci \\
  && npm run build
FROM nginx:1.27 AS base
USER nginx
EXPOSE 8080 8443/tcp
FROM base
COPY --from=build /src/dist /usr/share/nginx/html
ENTRYPOINT ["/a.sh", "x\\"y"]
CMD nginx -g 'daemon off;'
`),
)

describe('dockerfile', () => {
  it('has stages with images, names and platforms where they are written', () => {
    expect(file.stages.map((stage) => [stage.image.value, stage.name?.value, stage.platform?.value])).toEqual([
      [`node:\${NODE}`, 'build', '$BUILDPLATFORM'],
      ['nginx:1.27', 'base', undefined],
      ['base', undefined, undefined],
    ])
    expect(file.stages.map((stage) => written(stage.image))).toEqual([`node:\${NODE}`, 'nginx:1.27', 'base'])
  })

  it('has arguments', () => {
    const pairs = file.arguments.map((one) => [one.name.value, one.value?.value])
    expect(pairs).toEqual([
      ['NODE', '20'],
      ['TWO', 'a b'],
      ['THREE', undefined],
    ])
    expect(file.stages[0]?.arguments.map((one) => one.name.value)).toEqual(['INNER'])
  })

  it('has instructions with flags, words and exec forms in their places', () => {
    const [build, , last] = file.stages
    const copy = build?.instructions.find((one) => one.keyword === 'COPY')
    expect(copy && [flagOf(copy, 'chmod')?.value, flagOf(copy, 'from')?.value]).toEqual(['755', 'other'])
    expect(copy?.words.map(written)).toEqual(['a.sh', 'b.sh', '/bin/'])
    const entrypoint = last?.instructions.find((one) => one.keyword === 'ENTRYPOINT')
    expect(entrypoint?.exec?.map((one) => one.value)).toEqual(['/a.sh', 'x"y'])
    expect(entrypoint?.exec?.map(written)).toEqual(['/a.sh', '"x\\"y"'])
    const command = last?.instructions.find((one) => one.keyword === 'CMD')
    expect(command?.exec).toBeUndefined()
    expect(command?.rest.value).toBe("nginx -g 'daemon off;'")
    const run = build?.instructions.find((one) => one.keyword === 'RUN')
    expect(run?.rest.value.replace(/\s+/g, ' ')).toBe('npm ci && npm run build')
  })

  it.each([
    [undefined, 'base', 'nginx'],
    ['BASE', 'nginx:1.27', 'nginx'],
    ['0', `node:\${NODE}`, undefined],
    ['gone', undefined, undefined],
  ])('builds %s from %s', (target, image, user) => {
    const stage = stageBuilt(file, target)
    expect(stage?.image.value).toBe(image)
    expect(stage && lastOf(file, stage, 'USER')?.words[0]?.value).toBe(user)
  })

  it('follows a stage to the image it begins with', () => {
    const stage = stageBuilt(file, undefined)
    expect(stage && lineageOf(file, stage).at(-1)?.image.value).toBe('nginx:1.27')
  })

  it.each([
    ['$A/b', '1/b'],
    [`\${A}b`, '1b'],
    ['$B', undefined],
    [`\${B:-2}`, '2'],
    [`\${EMPTY:-2}`, '2'],
    [`\${EMPTY-2}`, ''],
    [`\${A:+3}`, '3'],
    [`\${B:+3}`, ''],
    [`\${A#x}`, undefined],
    ['a$', undefined],
    ['plain', 'plain'],
  ])('expands %s to %s', (written, value) => {
    const values: Readonly<Record<string, Text>> = { A: text('1'), EMPTY: text('') }
    expect(expanded(text(written), (name) => values[name])?.value).toBe(value)
  })

  it.each([
    '',
    'FROM',
    'FROM --platform=',
    '\u0000',
    'FROM a\nFROM a AS a\nFROM a',
    'ENTRYPOINT ["a',
    'RUN <<E\nx',
    '\\\n\\\n',
    'FROM a AS',
  ])('takes %j as it is', (odd) => {
    const { stages } = parseDockerfile(text(odd))
    for (const stage of stages) expect(lineageOf({ ...file, stages }, stage).length).toBeGreaterThan(0)
  })
})

// Shows /openapi.json: a list of contents that can be searched, and under it every route, object and problem. What the
// document says becomes text, never markup.

const root = document.documentElement;
const content = document.querySelector('#content');
const contents = document.querySelector('#contents');
const search = document.querySelector('#search');
const found = document.querySelector('#found');
const menu = document.querySelector('#menu');
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const onProblems = root.dataset.page === 'problems';

/** An element: `el('a.name', { href }, child, …)`. */
function el(selector, attributes = {}, ...children) {
  const [tag, ...classes] = selector.split('.');
  const made = document.createElement(tag);
  if (classes.length) made.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  made.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ''));
  return made;
}

/** Text with `code`, **bold** and line breaks of the document's Markdown; nothing else of it is used. */
function prose(text = '') {
  return text.trim().split(/\n\s*\n/).map((paragraph) => el('p', {}, inline(paragraph.replaceAll('\n', ' '))));
}

function inline(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith('`')) return el('code', {}, part.slice(1, -1));
    if (part.startsWith('**')) return el('strong', {}, part.slice(2, -2));
    return part;
  });
}

const slug = (text) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
const json = (value) => JSON.stringify(value, null, 2);

let api;
function at(reference) {
  return reference.slice(2).split('/').reduce((here, part) => here[part.replaceAll('~1', '/').replaceAll('~0', '~')], api);
}
const resolve = (value) => (value?.$ref ? resolve(at(value.$ref)) : value);
const nameOf = (reference) => reference.split('/').at(-1);

/** A schema in a few words, names of objects as links. */
function kind(schema) {
  if (!schema || Object.keys(schema).length === 0) return ['anything'];
  if (schema.$ref) return [el('a', { href: `/docs#object-${nameOf(schema.$ref)}` }, nameOf(schema.$ref))];
  const any = schema.anyOf ?? schema.oneOf;
  if (any) {
    // Objects without a name are told apart below, by their members.
    const inline = any.findIndex((one) => one.properties);
    const told = any.filter((one, index) => !one.properties || index === inline);
    return told.flatMap((one, index) => [...(index ? [' or '] : []), ...kind(one)]);
  }
  if (schema.allOf) return kind(schema.allOf[0]);
  if ('const' in schema) return [el('code', {}, json(schema.const))];
  const types = [schema.type ?? []].flat();
  const words = types.filter((type) => type !== 'null').flatMap((type) => {
    if (type === 'array') return ['list of ', ...kind(schema.items)];
    if (type === 'object' && schema.additionalProperties && !schema.properties) return ['map of ', ...kind(schema.additionalProperties)];
    if (schema.enum) return schema.enum.filter((word) => word !== null).flatMap((word, index) => [...(index ? [' | '] : []), el('code', {}, String(word))]);
    return [schema.format && schema.format !== 'plain-text' ? `${type} (${schema.format})` : type];
  });
  return types.includes('null') ? [...words, words.length ? ' or null' : 'null'] : words;
}

function bounds(schema) {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, default: usual } = schema ?? {};
  const range = (least, most, unit) => {
    const far = (number) => number !== undefined && Math.abs(number) < 2 ** 50;
    if (far(least) && far(most) && least > 0) return `${least}–${most}${unit}`;
    if (far(most)) return `at most ${most}${unit}`;
    return far(least) && least > 0 ? `at least ${least}${unit}` : '';
  };
  return [
    range(minimum, maximum, ''),
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' entries'),
    pattern && maxLength === undefined ? `matches ${pattern}` : '',
    usual === undefined ? '' : `default ${json(usual)}`,
  ].filter(Boolean).join(', ');
}

/** The members of an object, nested ones under their owners. */
function members(schema) {
  const shown = schema?.allOf?.[0] ?? schema;
  if (!shown?.properties) return undefined;
  // What tells objects apart comes first, then what one is known by, then what has to be there.
  const rank = ([name, member]) => ('const' in member ? 0 : name === 'id' ? 1 : shown.required?.includes(name) ? 2 : 3);
  const sorted = Object.entries(shown.properties).sort((a, b) => rank(a) - rank(b));
  const rows = sorted.map(([name, member]) => {
    const inside = [member, member.items, ...(member.anyOf ?? member.oneOf ?? [])].filter((one) => one && !one.$ref);
    const nested = inside.map(variants).find(Boolean) ?? inside.map(members).find(Boolean);
    const limit = bounds(member);
    return el(
      'li',
      {},
      el('div.member', {}, el('code.name', {}, name), el('span.kind', {}, kind(member)), shown.required?.includes(name) ? el('span.needed', {}, 'required') : ''),
      member.description ? el('p', {}, inline(member.description)) : '',
      limit ? el('p.limit', {}, limit) : '',
      nested,
    );
  });
  return rows.length ? el('ul.members', {}, rows) : undefined;
}

/** The members of each of the objects that it may be, where there are several. */
function variants(schema) {
  const objects = (schema.oneOf ?? schema.anyOf ?? []).filter((one) => !one.$ref).map(members).filter(Boolean);
  return objects.length > 1 ? el('ol.variants', {}, objects.map((one) => el('li', {}, one))) : undefined;
}

function shape(schema) {
  if (!schema) return '';
  const any = schema.oneOf ?? schema.anyOf;
  if (any && !schema.properties) return el('ol.variants', {}, any.map((one) => el('li', {}, one.$ref || !members(one) ? kind(one) : members(one))));
  return members(schema) ?? el('p.kind', {}, kind(schema));
}

function example(value) {
  const text = typeof value === 'string' ? value : json(value);
  const copy = el('button.copy', { type: 'button' }, 'Copy');
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = 'Copied';
    setTimeout(() => (copy.textContent = 'Copy'), 1500);
  });
  return el('div.example', {}, el('pre', { tabindex: '0' }, el('code', {}, text)), copy);
}

function parameters(operation) {
  if (!operation.parameters?.length) return '';
  const rows = operation.parameters.map((parameter) =>
    el(
      'li',
      {},
      el('div.member', {}, el('code.name', {}, parameter.name), el('span.kind', {}, kind(parameter.schema)), el('span.place', {}, parameter.in), parameter.required ? el('span.needed', {}, 'required') : ''),
      parameter.description ? el('p', {}, inline(parameter.description)) : '',
      bounds(resolve(parameter.schema)) ? el('p.limit', {}, bounds(resolve(parameter.schema))) : '',
    ),
  );
  return [el('h4', {}, 'Parameters'), el('ul.members', {}, rows)];
}

function curl(method, path, operation) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => operation.parameters.find((one) => one.name === name)?.example ?? name);
  const lines = [`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"$LEADROOM${filled}"`];
  if (operation.security?.length) lines.push(`-H "Authorization: Bearer ${operation.security[0].setup_token ? '$SETUP_TOKEN' : '$KEY'}"`);
  const [media, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (media && operation.requestBody.required && body.example !== undefined) {
    lines.push(`-H "Content-Type: ${media}"`, `-d '${typeof body.example === 'string' ? body.example : JSON.stringify(body.example).replaceAll("'", "'\\''")}'`);
  }
  return lines.join(' \\\n  ');
}

function answers(operation) {
  return Object.entries(operation.responses).map(([status, told]) => {
    const answer = resolve(told);
    const [media, body] = Object.entries(answer.content ?? {})[0] ?? [];
    const codes = Number(status) >= 400 && body?.examples ? Object.keys(body.examples) : undefined;
    const text = codes ? codes.flatMap((code, index) => [...(index ? [', '] : []), el('a', { href: `/docs/problems#${code}` }, code)]) : inline(answer.description);
    const line = el('div.answer', {}, el(`span.status.s${status[0]}`, {}, status), el('span', {}, text));
    if (codes || !body) return el('div', {}, line);
    return el('div', {}, line, el('details', { open: Number(status) < 300 && !operation.responses[Number(status) - 1] }, el('summary', {}, kind(body.schema), ` · ${media}`), body.example === undefined ? '' : example(body.example), body.schema.$ref ? '' : shape(body.schema)));
  });
}

function operationShown({ method, path, operation, also }) {
  const id = operation.operationId;
  const [media, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const takes = body && Object.keys(resolve(body.schema).properties ?? { any: 1 }).length > 0;
  return el(
    'article.operation',
    { id, 'aria-labelledby': `${id}-title` },
    el('h3', { id: `${id}-title` }, el('a', { href: `#${id}` }, el('span.method', { class: `method ${method}` }, method.toUpperCase()), el('code.path', {}, breakable(path)))),
    el('p.summary', {}, operation.summary, '.'),
    also.length ? el('p.also', {}, 'Likewise: ', also.flatMap((other, index) => [...(index ? [', '] : []), el('code', {}, other)])) : '',
    prose(operation.description),
    parameters(operation),
    takes ? [el('h4', {}, operation.requestBody.required ? 'Body' : 'Body, if any', el('span.kind', {}, kind(body.schema), ` · ${media}`)), body.schema.$ref ? shape(resolve(body.schema)) : shape(body.schema)] : '',
    el('h4', {}, 'Request'),
    example(curl(method, path, operation)),
    el('h4', {}, 'Answers'),
    el('div.answers', {}, answers(operation)),
  );
}

/** A path that may break after its slashes. */
const breakable = (path) => path.split(/(?<=\/)/).flatMap((part) => [part, el('wbr')]);

/** The routes by tag. Those that are the same for the three kinds of records are shown once. */
function routes() {
  const byTag = new Map(api.tags.map((tag) => [tag.name, []]));
  const likeLeads = (path, kind) => path.replace(`/v1/${kind}`, '/v1/leads');
  for (const [path, item] of Object.entries(api.paths)) {
    const other = ['contacts', 'deals'].find((kind) => path.startsWith(`/v1/${kind}`) && api.paths[likeLeads(path, kind)]);
    if (other) continue;
    const also = path.startsWith('/v1/leads') ? ['contacts', 'deals'].map((kind) => path.replace('/v1/leads', `/v1/${kind}`)).filter((same) => api.paths[same]) : [];
    for (const method of METHODS) if (item[method]) byTag.get(item[method].tags[0]).push({ method, path, operation: item[method], also });
  }
  return byTag;
}

function entry(href, label, words, mark) {
  const link = el('a', { href }, mark, el('span', {}, label));
  link.dataset.words = words.toLowerCase();
  return el('li', {}, link);
}

function group(title, href, entries) {
  return el('section', {}, el('h2', {}, el('a', { href }, title)), el('ul', {}, entries));
}

function showContents(byTag) {
  for (const [tag, operations] of byTag) {
    const entries = operations.map(({ method, path, operation, also }) =>
      entry(`/docs#${operation.operationId}`, operation.summary, [tag, method, path, ...also, operation.operationId, operation.summary].join(' '), el('span.method', { class: `method ${method}` }, method === 'delete' ? 'DEL' : method.toUpperCase())),
    );
    contents.append(group(tag, `/docs#tag-${slug(tag)}`, entries));
  }
  contents.append(group('Objects', '/docs#objects', Object.keys(api.components.schemas).map((name) => entry(`/docs#object-${name}`, name, `object ${name}`))));
  contents.append(group('Problems', '/docs/problems', Object.keys(api.components.examples).map((code) => entry(`/docs/problems#${code}`, code, `problem ${code} ${api.components.examples[code].summary}`))));
}

function showApi(byTag) {
  content.append(el('section.intro', {}, el('h1', {}, `${api.info.title} API`), el('p.lead', {}, api.info.summary), prose(api.info.description)));
  const schemes = Object.entries(api.components.securitySchemes);
  content.append(el('section', { id: 'identity' }, el('h2', {}, 'Who you are'), el('ul.members', {}, schemes.map(([name, scheme]) => el('li', {}, el('div.member', {}, el('code.name', {}, name), el('span.kind', {}, [scheme.scheme ?? `${scheme.in} ${scheme.name}`])), el('p', {}, inline(scheme.description)))))));
  for (const [tag, operations] of byTag) {
    const { description } = api.tags.find(({ name }) => name === tag);
    content.append(el('section', { id: `tag-${slug(tag)}` }, el('h2', {}, tag), prose(description), operations.map(operationShown)));
  }
  for (const [name, { post }] of Object.entries(api.webhooks ?? {})) {
    const [, body] = Object.entries(post.requestBody.content)[0];
    content.append(el('section', { id: `webhook-${slug(name)}` }, el('h2', {}, post.summary), prose(post.description), shape(resolve(body.schema)), example(body.example)));
  }
  const objects = Object.entries(api.components.schemas).map(([name, schema]) =>
    el('article.object', { id: `object-${name}` }, el('h3', {}, el('a', { href: `#object-${name}` }, name)), prose(schema.description), shape(schema), bounds(schema) ? el('p.limit', {}, bounds(schema)) : ''),
  );
  content.append(el('section', { id: 'objects' }, el('h2', {}, 'Objects'), objects));
}

function showProblems() {
  content.append(el('section.intro', {}, el('h1', {}, 'Problems'), prose('Every refusal and failure is a problem document (RFC 9457). Its `code` is one of these, for good; `detail` tells what happened in the case at hand.')));
  const users = new Map();
  for (const [path, item] of Object.entries(api.paths)) {
    if (/^\/v1\/(contacts|deals)/.test(path)) continue;
    for (const method of METHODS) {
      for (const told of Object.values(item[method]?.responses ?? {})) {
        for (const code of Object.keys(resolve(told).content?.['application/problem+json']?.examples ?? {})) users.set(code, [...(users.get(code) ?? []), [`${method.toUpperCase()} ${path}`, item[method].operationId]]);
      }
    }
  }
  for (const [code, { summary, value }] of Object.entries(api.components.examples)) {
    const routes = users.get(code) ?? [];
    const list = el('ul.routes', {}, routes.map(([name, id]) => el('li', {}, el('a', { href: `/docs#${id}` }, name))));
    content.append(el('article.object', { id: code }, el('h3', {}, el('a', { href: `#${code}` }, el(`span.status.s${String(value.status)[0]}`, {}, String(value.status)), el('code', {}, code))), el('p', {}, `${summary}.`), example(value), routes.length ? el('details', {}, el('summary', {}, `${routes.length} routes`), list) : ''));
  }
}

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const section of contents.children) {
    let any = false;
    for (const link of section.querySelectorAll('a[data-words]')) {
      const fits = words.every((word) => link.dataset.words.includes(word));
      link.parentElement.hidden = !fits;
      any ||= fits;
      count += fits ? 1 : 0;
    }
    section.hidden = !any;
  }
  found.textContent = words.length ? (count === 0 ? 'Nothing found' : `${count} found`) : '';
}

function open(shown) {
  root.toggleAttribute('data-menu', shown);
  menu.setAttribute('aria-expanded', String(shown));
}

/** Goes to what the address names. */
function go() {
  const id = decodeURIComponent(location.hash.slice(1));
  for (const link of contents.querySelectorAll('[aria-current]')) link.removeAttribute('aria-current');
  const page = onProblems ? '/docs/problems' : '/docs';
  const current = id === '' ? null : contents.querySelector(`a[href="${CSS.escape(`${page}#${id}`)}"]`);
  current?.setAttribute('aria-current', 'true');
  current?.scrollIntoView({ block: 'nearest' });
  document.getElementById(id)?.scrollIntoView();
  open(false);
}

function keys(event) {
  const typing = event.target === search;
  const visible = [...contents.querySelectorAll('a[data-words]')].filter((link) => link.offsetParent);
  const index = visible.indexOf(document.activeElement);
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
    open(true);
    search.focus();
    search.select();
  } else if (event.key === 'Escape') {
    if (typing && search.value) {
      search.value = '';
      filter();
    } else open(false);
    return;
  } else if (typing && event.key === 'Enter') visible[0]?.click();
  else if (event.key === 'ArrowDown' && (typing || index >= 0)) visible[index + 1]?.focus();
  else if (event.key === 'ArrowUp' && index > 0) visible[index - 1].focus();
  else if (event.key === 'ArrowUp' && index === 0) search.focus();
  else return;
  event.preventDefault();
}

async function start() {
  const response = await fetch('/openapi.json');
  if (!response.ok) throw new Error(`/openapi.json answered ${response.status}`);
  api = await response.json();
  document.querySelector('#version').textContent = api.info.version;
  const byTag = routes();
  showContents(byTag);
  content.replaceChildren();
  if (onProblems) showProblems();
  else showApi(byTag);
  search.addEventListener('input', filter);
  document.addEventListener('keydown', keys);
  menu.addEventListener('click', () => open(!root.hasAttribute('data-menu')));
  contents.addEventListener('click', (event) => event.target.closest('a') && open(false));
  addEventListener('hashchange', go);
  go();
}

start().catch((error) => content.replaceChildren(el('p.wait', {}, `The document could not be shown: ${error.message}`)));

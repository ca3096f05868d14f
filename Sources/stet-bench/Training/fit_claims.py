#!/usr/bin/env python3
"""Fit the weights by which the engine decides which sentences make a time-sensitive claim.

usage: fit_claims.py SIGNS.jsonl GOLD.jsonl [--examples EXAMPLES.jsonl] [--sentences SENTENCES.jsonl SIGNS.jsonl]
       [--cv] > ClaimWeights.swift

SIGNS: one sentence a line, {"story","start","end","signs":[names]}; a name stands twice where it counts twice.
GOLD: the annotated claims, {"story","start","end","kind"}. EXAMPLES: the rules' own, {"kind","signs"} (kind "?" : none).
SENTENCES: news sentences written for this, each a story of its own, {"id","kind"}, with their signs.
Multinomial logistic regression with an L2 penalty that is stronger for what is rarer in language: rules' own rows
and signs in company weigh less than the general ones. --cv reports figures of cross-validation over stories only.
Needs numpy and scipy.
"""
import argparse, collections, json, sys, zlib
import numpy as np
from scipy import sparse
from scipy.optimize import minimize

KINDS = ["none", "pending-legal", "scheduled-event", "ongoing-state", "provisional-figure", "announced-plan"]
PENALTY = 2.0

def scale(name):
    """How freely a sign's weight may leave zero: the square root of the inverse of its penalty."""
    if " & " in name: return 0.35
    if name.startswith("rule "): return 0.5
    if name.startswith("doubt"): return 0.5
    if name.startswith(("before", "claims before")): return 0.4
    if name.startswith("narrow"): return 1.5
    if name.startswith("strong"): return 3.0
    if name.startswith(("hint", "only")): return 2.0
    return 0.4

def rows(path):
    with open(path, encoding="utf-8") as lines: return [json.loads(line) for line in lines if line.strip()]

def kind_number(kind): return KINDS.index("announced-plan" if kind == "role" else kind)

def label(sentences, gold):
    """The gold kind of each sentence: that of the claim that overlaps it most, by half of the shorter."""
    by_story = collections.defaultdict(list)
    for claim in gold: by_story[claim["story"]].append(claim)
    for sentence in sentences:
        sentence["gold"], most = None, 0
        for claim in by_story[sentence["story"]]:
            overlap = min(claim["end"], sentence["end"]) - max(claim["start"], sentence["start"])
            shorter = min(claim["end"] - claim["start"], sentence["end"] - sentence["start"])
            if overlap * 2 >= shorter and overlap > most: sentence["gold"], most = claim, overlap

def lone_sentences(sentences, signs):
    """Rows as of examples; where a sentence stands in its story is no sign when it is the whole of it."""
    kinds = {row["id"]: row["kind"] for row in sentences}
    place = ("lead", "early")
    return [{"kind": kinds[row["story"]], "signs": [s for s in row["signs"] if s.split(" & ")[-1] not in place]}
            for row in signs]

def matrix(sentences, names):
    number = {name: i for i, name in enumerate(names)}
    cells = [(i, number[s], scale(s)) for i, row in enumerate(sentences) for s in row["signs"] if s in number]
    i, j, v = zip(*cells)
    return sparse.csr_matrix((v, (i, j)), shape=(len(sentences), len(names)))

def known_names(sentences):
    """Signs of at least two stories: what one story alone shows says nothing about others."""
    stories = collections.defaultdict(set)
    for row in sentences:
        for sign in row["signs"]: stories[sign].add(row.get("story", ""))
    return sorted(sign for sign in stories if len(stories[sign]) >= 2)

def fit(x, y, weights=None):
    n, d = x.shape; k = len(KINDS)
    w = np.ones(n) if weights is None else weights
    def loss(flat):
        m = flat.reshape(d + 1, k)
        z = x @ m[:-1] + m[-1]; z -= z.max(1, keepdims=True)
        p = np.exp(z); p /= p.sum(1, keepdims=True)
        g = p.copy(); g[np.arange(n), y] -= 1; g *= w[:, None]
        value = -(w * np.log(p[np.arange(n), y] + 1e-12)).sum() + PENALTY * (m[:-1] ** 2).sum() / 2
        gradient = np.vstack([x.T @ g, g.sum(0)]); gradient[:-1] += PENALTY * m[:-1]
        return value, gradient.ravel()
    return minimize(loss, np.zeros((d + 1) * k), jac=True, method="L-BFGS-B", options=dict(maxiter=300)).x.reshape(d + 1, k)

def shares(x, m):
    z = x @ m[:-1] + m[-1]; z -= z.max(1, keepdims=True)
    p = np.exp(z); return p / p.sum(1, keepdims=True)

def figures(sentences, p, gold_count, least):
    chosen = 1 - p[:, 0] >= least
    hits = [(s["gold"], KINDS[1 + int(q[1:].argmax())]) for s, q, c in zip(sentences, p, chosen) if c and s["gold"]]
    precision, recall = len(hits) / max(1, chosen.sum()), len(hits) / gold_count
    strict = np.mean([g["kind"] == k for g, k in hits]); lenient = np.mean([k in [g["kind"], *g["alt"]] for g, k in hits])
    return np.array([precision, recall, 2 * precision * recall / (precision + recall), strict, lenient])

def cross_validate(sentences, y, gold_count, examples, folds=5, repeats=4):
    result = collections.defaultdict(list)
    for repeat in range(repeats):
        fold = np.array([zlib.crc32(f"{row['story']}|{repeat}".encode()) // 7 % folds for row in sentences])
        p = np.zeros((len(sentences), len(KINDS)))
        for part in range(folds):
            train = [row for row, f in zip(sentences, fold) if f != part]
            names = known_names(train + examples)
            x = matrix(train + examples, names)
            yy = np.concatenate([y[fold != part], [e["y"] for e in examples]]).astype(int)
            m = fit(x, yy)
            p[fold == part] = shares(matrix([row for row, f in zip(sentences, fold) if f == part], names), m)
        for least in (0.3, 0.35, 0.4, 0.45, 0.5): result[least].append(figures(sentences, p, gold_count, least))
    for least, values in result.items():
        figures_of = dict(zip(("precision", "recall", "f1", "kind", "lenient"), np.mean(values, 0).round(4).tolist()))
        print(json.dumps({"least": least, **figures_of}))

def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("signs"); arguments.add_argument("gold"); arguments.add_argument("--examples")
    arguments.add_argument("--sentences", nargs=2); arguments.add_argument("--cv", action="store_true")
    a = arguments.parse_args()
    sentences, gold = rows(a.signs), rows(a.gold)
    examples = rows(a.examples) if a.examples else []
    if a.sentences: examples += lone_sentences(*map(rows, a.sentences))
    label(sentences, gold)
    for number, e in enumerate(examples):
        e["y"], e["story"] = 0 if e["kind"] == "?" else kind_number(e["kind"]), f"example {number}"
    y = np.array([kind_number(s["gold"]["kind"]) if s["gold"] else 0 for s in sentences])
    if a.cv: return cross_validate(sentences, y, len(gold), examples)
    everything = sentences + examples
    names = known_names(everything)
    m = fit(matrix(everything, names), np.concatenate([y, [e["y"] for e in examples]]).astype(int))
    def line(name, row): return "  " + name + ": " + " ".join("%.2f" % v for v in row)
    print("/// Fitted by `make weights`: how much each sign speaks for no claim, pending-legal, scheduled-event,\n"
          "/// ongoing-state, provisional-figure and announced-plan, in this order.")
    print('let claimWeightLines = """')
    print(line("bias", m[-1]))
    for i, name in enumerate(names):
        row = m[i] * scale(name)
        if np.abs(row).max() >= 0.03: print(line(name, row))
    print('  """')

main()

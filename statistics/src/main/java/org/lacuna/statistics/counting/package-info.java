/// Upper limits on the signal of a counting experiment: `n ~ Poisson(s + b)`, with a background
/// known as `b₀ ± δ`.
///
/// A [CountingExperiment] is a count and a [Background], which says what `±` means: a normal
/// density cut at 0, a log-normal or a gamma one. A [LimitMethod] makes a [Limit] of it, observed
/// and expected.
///
/// | method | the limit `S` solves | domain | accuracy |
/// |---|---|---|---|
/// | [HybridCls] | `P(n ≤ n_obs; S) / P(n ≤ n_obs; 0) = 1 − CL`, averaged over `b` | counts to 1e12 | 1e-9 |
/// | [HybridToys] | the same, from pseudo-experiments | CLb above 1/toys | its `toyError` |
/// | [FlatBayes] | `∫_S^∞ L ds / ∫_0^∞ L ds = 1 − CL`, `L` averaged over `b` | as HybridCls | 1e-9 |
/// | [AsymptoticCls] | `CLs(q̃) = 1 − CL`, distribution of `q̃` from its asymptotic form | above some ten events | 1e-9 of the formula |
/// | [EnsembleCls] | the same, distribution of `q̃` exact | density gauss | 1e-10 |
/// | [NormalCls] | a closed form for normal counts | above 1000 events | some 1e-4 |
/// | [FeldmanCousins] | the interval accepted in falling order of `P(n; s)/P(n; ŝ)` | counts to 1e9 | 1e-10 |
/// | [MonotoneFeldmanCousins] | its upper end, the largest for any higher background | `δ = 0` | 4e-6 |
///
/// Accuracy is the worst relative deviation from the reference values among the tests, whose counts
/// go to 1e6.
///
/// The first is the default: exact for every count, and for a known efficiency the same number as
/// the third through a different integral. How often each of them covers is measured by
/// [org.lacuna.statistics.study.CoverageStudy] and stands in `docs/coverage.md`.
///
/// [LikelihoodRatio] is for a handful of bins, [CutChoice] chooses a cut without a look at the
/// data. Not here: significances (`statistics.evidence`), background estimates
/// (`statistics.sideband`), templates with shared parameters (`statistics.histfactory`), and how
/// events become branching fractions.
///
/// Shaped as values: a method is a record of its settings, a search that fails is an [UpperLimit]
/// that says so, and only arguments without meaning are exceptions. Start reading at [HybridCls];
/// `docs/statistics.md` has the introduction.
///
/// @cite Read2002, Junk1999, CousinsHighland1992, Cowan2011, FeldmanCousins1998
@NullMarked
package org.lacuna.statistics.counting;

import org.jspecify.annotations.NullMarked;

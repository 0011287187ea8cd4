package org.lacuna.statistics.counting;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Chooses a cut by the limit that is to be expected without a signal: the candidate with the
/// smallest median limit on the events produced, `S_up(median)/A`.
///
/// Blind by type: a candidate is a background and an acceptance, and what was observed has no way
/// in. The number of decays multiplies all candidates alike and so does not matter.
///
/// Candidates without acceptance are passed over. Of candidates that are equal within 1e-9 the one
/// with the smaller cut is taken.
///
/// @param settings confidence level and signal uncertainty of the limits, which are those of
///   [HybridCls]
public record CutChoice(LimitSettings settings) {
  private static final double TIE = 1e-9;

  /// A value of the cut and what it leaves.
  ///
  /// @param cut in any unit
  /// @param acceptance share of the signal that is kept, from 0 to 1
  public record Candidate(double cut, Background background, double acceptance) {
    public Candidate {
      if (!Double.isFinite(cut)) {
        throw new IllegalArgumentException("cut " + cut + " must be finite");
      }
      if (!(acceptance >= 0 && acceptance <= 1)) {
        throw new IllegalArgumentException("acceptance " + acceptance + " must be from 0 to 1");
      }
    }
  }

  /// What was chosen.
  ///
  /// @param limit median limit on the signal events produced
  public record Choice(Candidate candidate, double limit) {}

  /// The best candidate, in whatever order they come; empty if none accepts any signal.
  public Optional<Choice> of(List<Candidate> candidates) {
    HybridCls method = new HybridCls(settings);
    Optional<Choice> best = Optional.empty();
    for (Candidate candidate :
        candidates.stream().sorted(Comparator.comparingDouble(Candidate::cut)).toList()) {
      if (candidate.acceptance == 0) continue;
      double limit = method.median(candidate.background) / candidate.acceptance;
      if (best.isEmpty() || limit < best.get().limit * (1 - TIE)) {
        best = Optional.of(new Choice(candidate, limit));
      }
    }
    return best;
  }
}

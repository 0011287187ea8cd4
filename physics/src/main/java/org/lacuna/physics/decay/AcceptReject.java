package org.lacuna.physics.decay;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import org.lacuna.core.batch.Formula;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.batch.Spin;
import org.lacuna.core.random.Draws;

/// Draws two variables per row by accepting and rejecting proposals.
///
/// Round after round only the rows without a decision go on; the number of the round is the copy in
/// the address of its random numbers, so an event gets its proposals whatever its neighbours do. A
/// weight above 1 is refused: it would bend the distribution unseen. So is a density that accepts
/// next to nothing, less than about one proposal in 500, instead of waiting for it.
public final class AcceptReject {
  private static final int MOST_ROUNDS = 1 << 14;

  /// Proposals in two variables. What is longer than a formula may be is cut into several, which
  /// hand over `weight` and `work`.
  public interface Proposal {
    /// Turns a pair of uniform numbers in `u[i]`, `v[i]` into the variables, in place, and sets or
    /// changes `weight[i]`, which in the end is the density over that of the proposal, 0 to 1.
    @Formula
    void of(float[] u, float[] v, float[] weight, float[] work, int i);
  }

  /// The loop over the rows.
  interface Loop {
    void apply(Proposal proposal, float[] u, float[] v, float[] weight, float[] work, int n);
  }

  static final class PlainLoop implements Loop {
    PlainLoop() {}

    @Override
    public void apply(
        Proposal proposal, float[] u, float[] v, float[] weight, float[] work, int n) {
      for (int i = 0; i < n; i++) proposal.of(u, v, weight, work, i);
    }
  }

  private static final Spin<Loop> LOOPS = new Spin<>(MethodHandles.lookup(), PlainLoop.class);

  private AcceptReject() {}

  /// Fills two columns.
  ///
  /// Uses the last five columns of the work space.
  ///
  /// @param purpose of the random numbers
  /// @param first receives the first variable
  /// @param second receives the second one
  /// @param proposal its formulas, run one after the other
  public static void sample(
      Truth truth,
      Draws draw,
      String purpose,
      float[] first,
      float[] second,
      Proposal... proposal) {
    Rows open = truth.open;
    int[] row = truth.openRow;
    int last = truth.scratch.length - 1;
    float[] u = truth.scratch[last];
    float[] v = truth.scratch[last - 1];
    float[] weight = truth.scratch[last - 2];
    float[] work = truth.scratch[last - 3];
    float[] threshold = truth.scratch[last - 4];
    float[][] numbers = {u, v, threshold};
    open.sameAs(truth);
    for (int i = 0; i < truth.n; i++) row[i] = i;
    for (int round = 0; open.n > 0; round++) {
      if (round == MOST_ROUNDS) throw nothingAccepted(purpose);
      Arrays.fill(open.copy, 0, open.n, round);
      draw.uniforms(purpose, open, numbers);
      run(proposal, u, v, weight, work, open.n);
      refuseAboveOne(purpose, weight, open.n);
      open.n = store(u, v, weight, threshold, row, open.event, first, second, open.n);
    }
  }

  /// Fills two columns with proposals and leaves to the weights what would have been rejected.
  ///
  /// @param purpose of the random numbers
  /// @param first receives the first variable
  /// @param second receives the second one
  /// @param weight receives the density over that of the proposals
  /// @param work one column of the work space
  /// @param proposal its formulas, run one after the other
  public static void propose(
      Truth truth,
      Draws draw,
      String purpose,
      float[] first,
      float[] second,
      float[] weight,
      float[] work,
      Proposal... proposal) {
    draw.uniforms(purpose, truth, first, second);
    run(proposal, first, second, weight, work, truth.n);
  }

  private static void run(
      Proposal[] proposal, float[] u, float[] v, float[] weight, float[] work, int n) {
    for (Proposal formula : proposal) {
      LOOPS.get(formula.getClass()).apply(formula, u, v, weight, work, n);
    }
  }

  /// Writes every proposal; the accepted one is the last that a row gets.
  ///
  /// @return number of rows that stay open
  private static int store(
      float[] u,
      float[] v,
      float[] weight,
      float[] threshold,
      int[] row,
      int[] event,
      float[] first,
      float[] second,
      int n) {
    int left = 0;
    for (int j = 0; j < n; j++) {
      first[row[j]] = u[j];
      second[row[j]] = v[j];
      row[left] = row[j];
      event[left] = event[j];
      left += threshold[j] < weight[j] ? 0 : 1;
    }
    return left;
  }

  private static IllegalStateException nothingAccepted(String purpose) {
    return new IllegalStateException(
        "none of "
            + MOST_ROUNDS
            + " proposals for '"
            + purpose
            + "' was accepted: the weights are 0, or far too small for a density over its bound");
  }

  private static void refuseAboveOne(String purpose, float[] weight, int n) {
    float heaviest = 0f;
    for (int j = 0; j < n; j++) heaviest = Math.max(heaviest, weight[j]);
    if (!(heaviest <= 1f)) {
      throw new IllegalStateException(
          "the weight of a proposal for '" + purpose + "' is " + heaviest + ", above its bound 1");
    }
  }
}

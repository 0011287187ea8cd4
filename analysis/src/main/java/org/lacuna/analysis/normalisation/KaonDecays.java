package org.lacuna.analysis.normalisation;

import java.util.List;
import org.lacuna.analysis.acceptance.Acceptance;
import org.lacuna.analysis.result.Normalisation;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.experiment.response.Variant;
import org.lacuna.statistics.sideband.Interval;

/// The number of kaon decays from `K⁺ → μ⁺ν(γ)`: `N_K = N_SM/(A_SM B)`.
///
/// The mode is two processes, without and with a photon above 1 MeV; A_SM is the mean of their
/// acceptances in a region of the squared missing mass, weighted by their shares of B. Its
/// uncertainty here is that of the simulation alone.
///
/// @cite NA62Invisible2021
public final class KaonDecays {
  private KaonDecays() {}

  /// Counts kaon decays.
  ///
  /// @param selected events in the region
  /// @param samples the simulated processes that make up the mode
  /// @param branchingFraction B(K⁺ → μ⁺ν), photons included
  /// @param regionGeV2 of the squared missing mass
  public static Normalisation count(
      long selected, List<Sample> samples, Estimate branchingFraction, Interval regionGeV2) {
    Estimate acceptance = acceptance(samples, Variant.NOMINAL, regionGeV2);
    double decays = selected / (acceptance.value() * branchingFraction.value());
    double relative =
        StrictMath.sqrt(
            1.0 / Math.max(1, selected)
                + squared(acceptance.sigma() / acceptance.value())
                + squared(branchingFraction.sigma() / branchingFraction.value()));
    return new Normalisation(
        selected,
        acceptance,
        acceptance(samples, Variant.GEOMETRIC, regionGeV2),
        branchingFraction,
        new Estimate(decays, decays * relative, ""));
  }

  private static Estimate acceptance(List<Sample> samples, Variant variant, Interval regionGeV2) {
    double shares = 0;
    double sum = 0;
    double variance = 0;
    for (Sample sample : samples) {
      double share = sample.branchingFraction();
      Estimate own =
          Acceptance.within(sample.result(), variant.index(), regionGeV2.low(), regionGeV2.high());
      shares += share;
      sum += share * own.value();
      variance += squared(share * own.sigma());
    }
    return new Estimate(sum / shares, Math.sqrt(variance) / shares, "");
  }

  private static double squared(double x) {
    return x * x;
  }
}

package org.lacuna.analysis.result;

import org.lacuna.core.quantity.Estimate;

/// The number of kaon decays from `K⁺ → μ⁺ν`: `N_K = N_SM / (A_SM B)`.
///
/// @param selected events in the region |m²_miss| < 0.01 GeV²
/// @param acceptance of the whole selection, photons and their veto included
/// @param acceptanceGeometric the same without the efficiency product
/// @param branchingFraction B(K⁺ → μ⁺ν), photons included
/// @param kaonDecays N_K, specific to this selection
/// @cite NA62Invisible2021
public record Normalisation(
    long selected,
    Estimate acceptance,
    Estimate acceptanceGeometric,
    Estimate branchingFraction,
    Estimate kaonDecays) {

  public Normalisation {
    Checks.atLeastZero("selected", (double) selected);
    Checks.unit("acceptance", acceptance, "");
    Checks.unit("acceptanceGeometric", acceptanceGeometric, "");
    Checks.unit("branchingFraction", branchingFraction, "");
    Checks.unit("kaonDecays", kaonDecays, "");
  }
}

package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.block;
import static org.lacuna.application.card.Kind.choice;
import static org.lacuna.application.card.Kind.list;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.core.quantity.Dimension.ENERGY;
import static org.lacuna.core.quantity.Dimension.ENERGY_SQUARED;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.lacuna.analysis.search.ThresholdSearch;
import org.lacuna.application.card.Card;
import org.lacuna.physics.decay.LeptonInvisible;
import org.lacuna.physics.exotic.BosonModel;
import org.lacuna.physics.standard.MuonThreeNeutrinos;

/// The search for an excess above a threshold of the squared missing mass.
///
/// @param candidatesGeV2 thresholds that are tried
/// @param raisedFromGeV mass of X from which on the threshold is its square, rounded up to a
///   candidate
/// @param massesGeV of X, rising
/// @param threeNeutrinos K⁺ → μ⁺ννν̄
public record ThresholdCard(
    List<Double> candidatesGeV2,
    double raisedFromGeV,
    List<Double> massesGeV,
    LeptonInvisible threeNeutrinos) {

  public ThresholdCard {
    candidatesGeV2 = List.copyOf(candidatesGeV2);
    massesGeV = List.copyOf(massesGeV);
    ThresholdSearch.requireCandidates(candidatesGeV2, raisedFromGeV, massesGeV);
  }

  /// K⁺ → μ⁺νX with a scalar X, by its mass.
  public DoubleFunction<LeptonInvisible> scalar() {
    return massGeV -> ModelReaders.boson(BosonModel.SCALAR, massGeV);
  }

  /// The same with a vector.
  public DoubleFunction<LeptonInvisible> vector() {
    return massGeV -> ModelReaders.boson(BosonModel.VECTOR, massGeV);
  }

  static Supplier<ThresholdCard> read(Card card) {
    var candidates =
        card.get(
            "candidates",
            list(quantity(ENERGY_SQUARED).atLeast(RunCard.LISTED_ABOVE_GEV2)),
            "thresholds of the squared missing mass, of which each signal gets the best");
    var raised =
        card.get(
            "raised-from",
            quantity(ENERGY).above(0),
            "mass of X from which on the threshold is its square, rounded up to a candidate");
    var masses =
        card.get("masses", list(block(RunCard::masses)), "of X, scalar and vector, rising");
    var spectrum =
        card.get("spectrum", choice(MuonThreeNeutrinos.SPECTRA), "of K+ -> mu+ nu nu nubar");
    return () ->
        new ThresholdCard(
            candidates.get(),
            raised.get(),
            RunCard.rising(masses.get()),
            ModelReaders.threeNeutrinos(spectrum.get().get()));
  }
}

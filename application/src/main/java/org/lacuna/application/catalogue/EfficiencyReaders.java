package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.block;
import static org.lacuna.application.card.Kind.fraction;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.table;
import static org.lacuna.application.card.Kind.text;
import static org.lacuna.core.quantity.Dimension.ENERGY;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Reader;
import org.lacuna.application.card.Table;
import org.lacuna.experiment.response.Efficiency.Factor;
import org.lacuna.experiment.response.Shares;
import org.lacuna.experiment.response.Signal;

/// The forms of efficiencies for muons.
final class EfficiencyReaders {
  static final Map<String, Reader<? extends Factor>> EFFICIENCIES =
      Map.of(
          "constant", EfficiencyReaders::constant,
          "between", EfficiencyReaders::between,
          "of-momentum", EfficiencyReaders::ofMomentum);

  private static Supplier<Factor> constant(Card card) {
    var name = card.get("name", text(), "what keeps the muon");
    var probability = card.get("probability", fraction(), "at any momentum");
    var shows = shows(card);
    return () -> {
      double constant = probability.get();
      return new Factor(name.get(), shows.get(), p -> constant);
    };
  }

  private static Supplier<Factor> between(Card card) {
    var name = card.get("name", text(), "what keeps the particle");
    var probability = card.get("probability", fraction(), "in the range; 1 elsewhere");
    var from = card.get("from", quantity(ENERGY).atLeast(0), "least momentum of the range");
    var below = card.get("below", quantity(ENERGY).above(0), "end of the range");
    var shows = shows(card);
    return () -> {
      double least = from.get();
      double most = below.get();
      double inside = probability.get();
      return new Factor(name.get(), shows.get(), p -> p >= least && p < most ? inside : 1);
    };
  }

  private static Supplier<Factor> ofMomentum(Card card) {
    var name = card.get("name", text(), "what keeps the muon");
    var table =
        card.get(
            "table",
            table(
                new Table.Column("momentumGeV", quantity(ENERGY).above(0), "GeV"),
                new Table.Column("muon", fraction(), ""),
                new Table.Column("pion", fraction(), ""),
                new Table.Column("electron", fraction(), "")),
            "probabilities, straight lines between the points");
    var from = card.get("from", quantity(ENERGY).atLeast(0), "where it is asked for; 1 elsewhere");
    var below = card.get("below", quantity(ENERGY).above(0), "up to where it is asked for");
    var shows = shows(card);
    return () -> {
      double[] momentum = table.get().column("momentumGeV");
      double[] muon = table.get().column("muon");
      double least = from.get();
      double most = below.get();
      return new Factor(
          name.get(),
          shows.get(),
          p -> p >= least && p < most ? Points.between(momentum, muon, p) : 1);
    };
  }

  /// How losses show where they are recorded.
  static Supplier<Shares> shows(Card card) {
    return card.get(
        "shows-as", block(EfficiencyReaders::shares), "signals by which losses are recorded");
  }

  private static Supplier<Shares> shares(Card card) {
    Map<Signal, Supplier<Optional<Double>>> shares = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      shares.put(signal, card.find(signal.word(), fraction(), "share with " + signal.meaning()));
    }
    return () -> {
      Map<Signal, Double> given = new EnumMap<>(Signal.class);
      shares.forEach((signal, share) -> share.get().ifPresent(it -> given.put(signal, it)));
      return new Shares(given);
    };
  }

  private EfficiencyReaders() {}
}

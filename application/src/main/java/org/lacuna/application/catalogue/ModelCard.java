package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.oneOf;
import static org.lacuna.application.card.Kind.text;

import java.util.function.Supplier;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.CardType;
import org.lacuna.physics.decay.DecayModel;

/// A model of somebody: one decay of the kaon.
///
/// @param title what it is called
/// @param decay with its branching fraction
public record ModelCard(String title, DecayModel decay) {

  /// The type of these cards.
  static CardType<ModelCard> cards(Plugin types) {
    return new CardType<>("lacuna/model/1", card -> read(types, card));
  }

  private static Supplier<ModelCard> read(Plugin types, Card card) {
    var title = card.get("title", text(), "what the model is called");
    var decay =
        card.get(
            "process",
            oneOf("a process", types.processes()),
            "decay of the kaon, as nature has it");
    return () -> new ModelCard(title.get(), decay.get());
  }
}

package org.lacuna.application.card;

import java.util.List;
import org.lacuna.application.input.InputException;

/// A card that cannot be used, with everything that is wrong with it.
///
/// The message has at most two lines: the first problem and how to see the others.
public final class CardException extends InputException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /// @param card name or path of the card that was asked for
  /// @param problems at least one, in the order of the card
  public CardException(String card, List<Problem> problems) {
    super(
        problems.getFirst()
            + switch (problems.size()) {
              case 1 -> "";
              case 2 -> "\nand 1 more problem, see: lacuna card check " + card;
              default ->
                  "\nand "
                      + (problems.size() - 1)
                      + " more problems, see: lacuna card check "
                      + card;
            });
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}

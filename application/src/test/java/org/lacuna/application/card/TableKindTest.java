package org.lacuna.application.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.application.card.Kind.fraction;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.table;
import static org.lacuna.core.quantity.Dimension.ENERGY;

import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.card.Table.Column;

class TableKindTest {
  private static final CardType<Table> CURVE =
      new CardType<>(
          "test/curve/1",
          card ->
              card.get(
                  "curve",
                  table(
                      new Column("energyMeV", quantity(ENERGY).above(0), "MeV"),
                      new Column("share", fraction(), "")),
                  "a curve"));

  @TempDir private Path folder;

  @Test
  void rowsOfACardCarryUnits() {
    Table table = read("[[20 MeV, 1], [1 GeV, 3 %]]");
    assertThat(table.column("energyMeV")).containsExactly(0.02, 1);
    assertThat(table.column("share")).containsExactly(1, 0.03);
  }

  @Test
  void theColumnsOfAFileCarryUnits() {
    Tank.write(folder, "curve.csv", "# measured\nenergyMeV,share\n\n20,1\n1000,0.03\n");
    assertThat(read("curve.csv")).isEqualTo(read("[[20 MeV, 1], [1 GeV, 3 %]]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "energy,share;20,1|curve.csv:1: curve: the first line must be \"energyMeV,share\"",
        "energyMeV,share;20|curve.csv:2: curve.1: give a row of [energyMeV, share]",
        "energyMeV,share;20,1,1|curve.csv:2: curve.1: give a row of [energyMeV, share]",
        "energyMeV,share;20,1;0,1|curve.csv:3: curve.2.energyMeV: \"0 MeV\" is out of range",
        "energyMeV,share;20,x|curve.csv:2: curve.1.share: \"x\" is not a number with a unit",
        "energyMeV,share|card.yaml:2: curve: the table is empty",
      })
  void aMalformedFileIsToldWithItsLine(String text, String problem) {
    Tank.write(folder, "curve.csv", text.replace(";", "\n"));
    assertThat(problem("curve.csv")).startsWith(folder + "/" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none.csv|card.yaml:2: curve: cannot read ",
        "none|card.yaml:2: curve: give a list of rows [energyMeV, share], or the name",
        "[[20, 1]]|card.yaml:2: curve.1.energyMeV: \"20\" has no unit",
        "[20 MeV, 1]|card.yaml:2: curve.1: give a row of",
      })
  void aMalformedTableIsToldWithItsLine(String text, String problem) {
    assertThat(problem(text)).startsWith(folder + "/" + problem);
  }

  @Test
  void theFingerprintOfACardIsThatOfItsFiles() {
    Tank.write(folder, "curve.csv", "energyMeV,share\n20,1\n");
    String before = card("curve.csv").hash();
    assertThat(card("{value: curve.csv, source: elsewhere}").hash()).isEqualTo(before);
    Tank.write(folder, "curve.csv", "energyMeV,share\n20,0.9\n");
    assertThat(card("curve.csv").hash()).hasSize(64).isNotEqualTo(before);
  }

  private Table read(String table) {
    return card(table).read(CURVE);
  }

  private String problem(String table) {
    return Assertions.catchThrowableOfType(CardException.class, () -> read(table))
        .problems()
        .getFirst()
        .toString();
  }

  private ResolvedCard card(String table) {
    return Tank.resolved(folder, "schema: test/curve/1\ncurve: " + table + "\n");
  }
}

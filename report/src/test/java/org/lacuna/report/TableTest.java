package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lacuna.core.quantity.Estimate;

class TableTest {
  private static final Table<Estimate> TABLE =
      new Table<>(
          "example",
          "Examples",
          List.of(
              Table.words("Unit", "unit", Estimate::unit),
              Table.symbol("|<i>U</i>|", "u", e -> "<i>x</i>", e -> "x"),
              Table.estimate("Value", "value", e -> e),
              Table.number("Ratio", "ratio", 2, e -> e.value() / 3),
              Table.count("Count", "count", e -> OptionalLong.empty())),
          List.of(
              new Estimate(1.5, 0.25, "a, \"b\" < c"), new Estimate(Double.NaN, Double.NaN, "|")));

  @Test
  void programsGetEveryDigitAndNothingForWhatIsMissing() {
    assertThat(new String(TABLE.csv(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            unit,u,value,value_sigma,ratio,count
            "a, ""b"" < c",x,1.5,0.25,0.5,
            "|",x,,,,
            """);
  }

  @Test
  void peopleGetRoundedNumbersAndEscapedWords() {
    assertThat(TABLE.html())
        .contains("<th>|<i>U</i>|</th>")
        .contains("<td>a, &quot;b&quot; &lt; c</td><td><i>x</i></td><td>1.50 ± 0.25</td>")
        .contains("<td>|</td><td><i>x</i></td><td>–</td><td>–</td><td>–</td>");
  }

  @Test
  void markdownKeepsItsColumns() {
    String[] lines = new String(TABLE.markdown(), StandardCharsets.UTF_8).split("\n", -1);
    assertThat(lines[2]).isEqualTo("| Unit | \\|<i>U</i>\\| | Value | Ratio | Count |");
    assertThat(lines[5]).startsWith("| \\| | ");
  }
}

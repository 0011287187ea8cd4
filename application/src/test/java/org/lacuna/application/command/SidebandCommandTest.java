package org.lacuna.application.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.Lacuna;
import tools.jackson.databind.JsonNode;

class SidebandCommandTest {
  /// Spectrum v-sb-08 of the reference file, whose numbers are quoted below.
  private static final int[] COUNTS = {
    29, 39, 30, 22, 25, 24, 34, 24, 30, 36, 25, 25, 28, 30, 35, 21, 27, 22, 21, 23, 17, 13, 20, 17,
    18, 19
  };

  private final Lacuna lacuna = new Lacuna();
  @TempDir private Path folder;

  @Test
  void reproducesASpectrumOfTheReference() throws IOException {
    JsonNode result = lacuna.json("sideband", spectrum(), "--observed", "87");
    assertThat(result.propertyNames())
        .containsExactly(
            "expected",
            "statistical",
            "systematic",
            "sigma",
            "deviance",
            "status",
            "significance",
            "limit");
    assertThat(result.get("expected").asDouble()).isCloseTo(107.617928993, within(1e-5));
    assertThat(result.get("sigma").asDouble()).isCloseTo(6.54787652269, within(1e-4));
    assertThat(result.get("significance").asDouble()).isCloseTo(-1.76818864814, within(1e-5));
    assertThat(result.get("limit").asDouble()).isCloseTo(11.472513504, within(5e-4));
    assertThat(result.get("status").asString()).isEqualTo("ok");
  }

  @Test
  void otherEstimatorsAreBiasedByAFewEvents() throws IOException {
    double poisson = expected();
    assertThat(expected("--estimator", "neyman") - poisson).isBetween(-6.0, -2.0);
    assertThat(expected("--estimator", "pearson") - poisson).isBetween(1.0, 3.0);
  }

  @Test
  void withoutAnObservedCountThereIsNoLimit() throws IOException {
    JsonNode result = lacuna.json("sideband", spectrum());
    assertThat(result.get("limit").isNull()).isTrue();
    assertThat(result.get("significance").isNull()).isTrue();
  }

  /// A flat spectrum of 20 per bin: 4 bins fit in the usual window, 8 in the wide one, 2 in the one
  /// on the right.
  @Test
  void aWindowMayLieElsewhereAndBinsInsideItAreLeftOut() throws IOException {
    String flat = spectrum(IntStream.generate(() -> 20).limit(26).toArray());
    for (String[] option : new String[][] {{"-1.5,1.5", "80"}, {"-3,3", "160"}, {"3,4.5", "40"}}) {
      JsonNode result = lacuna.json("sideband", flat, "--window", option[0]);
      assertThat(result.get("expected").asDouble())
          .isCloseTo(Double.parseDouble(option[1]), within(1e-6));
    }
  }

  @Test
  void tooFewBinsAreAStatusAndNoFailure() throws IOException {
    String file = write("low,high,count\n-2,-1.5,4\n1.5,2,5\n");
    JsonNode result = lacuna.json("sideband", file, "--observed", "3");
    assertThat(result.get("status").asString()).isEqualTo("insufficient-sideband");
    assertThat(result.get("expected").isNull()).isTrue();
    assertThat(result.get("limit").isNull()).isTrue();
    assertThat(lacuna.run("sideband", file)).isZero();
    assertThat(lacuna.out()).contains("2 usable bins");
  }

  @Test
  void noCountsAreConstrainedToNothing() throws IOException {
    JsonNode result = lacuna.json("sideband", spectrum(new int[26]), "--observed", "0");
    assertThat(result.get("status").asString()).isEqualTo("constrained");
    assertThat(result.get("sigma").asDouble()).isZero();
    assertThat(result.get("limit").asDouble()).isCloseTo(StrictMath.log(10), within(1e-9));
    assertThat(result.get("significance").asString()).isEqualTo("-Infinity");
  }

  @Test
  void theTextSaysTheSame() throws IOException {
    assertThat(lacuna.run("sideband", spectrum(), "--observed", "87")).isZero();
    assertThat(lacuna.out()).contains("expected", "±", "status        ok", "significance", "limit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --order 7              | order = 7
          --alternative -1       | alternative = -1
          --order two            | two
          --estimator likelihood | poisson
          --window 1,-1          | 1,-1
          --window 1             | '1'
          --window -1,x          | -1,x
          --window -1,2          | signal window
          --observed -1          | -1
          --observed 1.5         | 1.5
          """)
  void refusesWrongOptions(String options, String named) throws IOException {
    refuses(named, ("sideband " + spectrum() + " " + options).split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          low,high,count;-3,-2,1.5         | line 2
          low,high,count;-3,-2,-1          | line 2
          low,high,count;-2,-3,1           | line 2
          low,high,count;-3,-2,1;-4,-3,x   | line 3
          low,high,count;-3,-2,1;-2,nan,1  | line 3
          low,high,count;-3,-2,1;-2.5,-2,1 | without overlap
          low,high,count;2,3,1;-3,-2,1     | sort
          low,high,events;-3,-2,1          | low,high,count
          """)
  void refusesWrongSpectra(String content, String named) throws IOException {
    refuses(named, "sideband", write(content.replace(';', '\n')));
  }

  @Test
  void refusesAMissingFile() {
    refuses("nowhere.csv", "sideband", folder.resolve("nowhere.csv").toString());
  }

  private void refuses(String named, String... arguments) {
    assertThat(lacuna.run(arguments)).isEqualTo(2);
    assertThat(lacuna.out()).isEmpty();
    assertThat(lacuna.err().lines()).hasSizeBetween(1, 3);
    assertThat(lacuna.err()).contains(named);
  }

  private double expected(String... options) throws IOException {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "sideband";
    arguments[1] = spectrum();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return lacuna.json(arguments).get("expected").asDouble();
  }

  private String spectrum() throws IOException {
    return spectrum(COUNTS);
  }

  private String spectrum(int[] counts) throws IOException {
    StringBuilder text = new StringBuilder("low,high,count\n");
    for (int i = 0; i < counts.length; i++) {
      double low = i < 13 ? -11.25 + 0.75 * i : 1.5 + 0.75 * (i - 13);
      text.append(low).append(',').append(low + 0.75).append(',').append(counts[i]).append('\n');
    }
    return write(text.toString());
  }

  private String write(String content) throws IOException {
    return Files.writeString(folder.resolve("spectrum.csv"), content).toString();
  }
}

package org.lacuna.application.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.application.input.InputException;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PhysicsCommandTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tellsRho() {
    JsonNode rho = json("rho --lepton mu --mass '263 MeV'");
    assertThat(rho.propertyNames()).containsExactly("quantity", "inputs", "value", "unit");
    assertThat(rho.path("quantity").stringValue()).isEqualTo("rho");
    assertThat(rho.path("inputs").toString()).isEqualTo("{\"lepton\":\"mu\",\"massGeV\":0.263}");
    assertThat(rho.path("value").doubleValue()).isCloseTo(4.12611290234, within(1e-9));
    assertThat(rho.path("unit").stringValue()).isEmpty();
    assertThat(text("rho --lepton mu --mass '263 MeV'")).isEqualTo("rho = 4.12611");
  }

  @Test
  void tellsTheLifetimeWithTheWidthsItComesFrom() {
    JsonNode lifetime = json("lifetime --mass '300 MeV' --umu2 1e-8");
    assertThat(lifetime.path("value").doubleValue())
        .isCloseTo(1e3 * 0.000394094995717 / 1e-8, withinPercentage(1e-3));
    assertThat(lifetime.path("unit").stringValue()).isEqualTo("ns");
    assertThat(lifetime.path("visibleFraction").doubleValue()).isCloseTo(0.933503, within(1e-6));
    double sum = 0;
    for (JsonNode width : lifetime.path("widthsGeV")) sum += width.doubleValue();
    assertThat(6.582119569e-16 / sum)
        .isCloseTo(lifetime.path("value").doubleValue(), withinPercentage(1e-10));
    assertThat(lifetime.path("inputs").path("nature").stringValue()).isEqualTo("majorana");
    assertThat(text("lifetime --mass '300 MeV' --umu2 1e-8"))
        .contains("lifetime = 3.94095e+07 ns", "nu_gamma", "mu_pi")
        .doesNotContain("\ne_pi");
  }

  @Test
  void tellsPartialWidthsByChannel() {
    JsonNode width = json("width --mass '150 MeV' --ue2 1 --dirac");
    assertThat(width.path("unit").stringValue()).isEqualTo("GeV");
    assertThat(width.path("value").path("nu_gamma").doubleValue())
        .isCloseTo(1.36042284806e-20, withinPercentage(1e-4));
    assertThat(width.path("value").path("e_pi").doubleValue())
        .isCloseTo(2.64138338462e-18, withinPercentage(1e-4));
    assertThat(width.path("value").path("mu_pi").doubleValue()).isZero();
    double majorana =
        json("width --mass '150 MeV' --ue2 1").path("value").path("e_pi").doubleValue();
    assertThat(majorana).isCloseTo(2 * 2.64138338462e-18, withinPercentage(1e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "--process munugamma --above '0.1 GeV^2', 0.000198529819486, 1e-3",
    "--process munugamma --above '0.03 GeV^2', 0.00162543138792, 1e-3",
    "--process munugamma, 0.00880888684594, 1e-4",
    "--process munugamma --above '0.1 GeV^2' --form-factors chpt, 2.0155e-4, 0.01",
    "--process munugamma --above '0.1 GeV^2' --form-factors e787, 2.02e-4, 0.2",
    "--process munugamma --photon-from '10 MeV', 0.00423779523394, 1e-4",
    "--process munu, 0.626791, 1e-4",
    "--process enu, 1.582e-5, 1e-9",
    "--process pipi0, 0.2067, 1e-9",
    "--process pipipi, 0.05583, 1e-9",
    "--process pipi0pi0, 0.0176, 1e-9",
    "--process pi0enu, 0.0507, 1e-9",
    "--process pi0munu --above '0.1 GeV^2', 0.01311081, 1e-2",
    "--process munugamma --infrared resummed, 0.0087525, 1e-2",
    "--process munu --infrared resummed, 0.6268475, 1e-4",
    "--process munugamma --above '0.1 GeV^2' --infrared resummed, 1.9895e-4, 0.1",
    "--process hnl --mass '263 MeV' --mixing 1e-9, 2.62255736e-9, 1e-6",
    "--process hnl --lepton e --mass '100 MeV' --mixing 1e-9, 5.57171148e-10, 1e-6",
    "--process munux --model scalar --mass '100 MeV' --coupling 1e-3, 1.31877774767e-8, 1e-3",
    "--process munux --model vector --mass '10 MeV', 0.217290940357, 1e-3",
    "--process munux --model vector-muon-only --mass '100 MeV', 0.0626623462626, 1e-3",
    "--process munununu, 1.56504126914e-16, 2e-2",
  })
  void tellsBranchingFractions(String options, double value, double percent) {
    assertThat(json("branching " + options).path("value").doubleValue())
        .isCloseTo(value, withinPercentage(percent));
  }

  @Test
  void namesTheParametersAProcessHas() {
    assertThat(json("branching --process munugamma --above '0.1 GeV^2'").path("inputs").toString())
        .isEqualTo(
            "{\"process\":\"munugamma\",\"formFactors\":\"kloe\","
                + "\"infrared\":\"fixed-order\",\"photonFromGeV\":0.001,\"aboveGeV2\":0.1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "munugamma",
        "pi0munu",
        "pi0enu",
        "munununu --spectrum phase-space",
        "munux --model vector --mass '10 MeV'"
      })
  void tellsNormalisedSpectra(String process) {
    JsonNode spectrum = json("spectrum --bins 30 --process " + process);
    assertThat(spectrum.path("unit").stringValue()).isEqualTo("GeV^-2");
    assertThat(spectrum.path("value")).hasSize(30);
    double sum = 0;
    for (JsonNode bin : spectrum.path("value")) {
      double width = bin.path("highGeV2").doubleValue() - bin.path("lowGeV2").doubleValue();
      double density = bin.path("densityPerGeV2").doubleValue();
      assertThat(density).isNotNegative();
      assertThat(bin.path("fraction").doubleValue()).isCloseTo(width * density, within(1e-12));
      sum += width * density;
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  @Test
  void writesSpectraAsCsvForPeople() {
    String csv = text("spectrum --process munununu --bins 4");
    assertThat(csv.lines()).hasSize(5);
    assertThat(csv).startsWith("lowGeV2,highGeV2,densityPerGeV2,fraction\n0.0,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rho --lepton mu --mass '263 MeV'",
        "lifetime --mass '300 MeV' --umu2 1e-8",
        "width --mass '300 MeV' --umu2 1e-8 --ue2 1e-8",
        "branching --process munugamma --above '0.1 GeV^2'",
        "spectrum --process munugamma",
      })
  void drawsOnRequest(String arguments, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("figure.svg");
    text(arguments + " --json --plot '" + file + "'");
    assertThat(file).content().startsWith("<svg");
    assertThat(run(arguments + " --plot '" + folder.resolve("none/figure.svg") + "'")).isEqualTo(2);
    assertThat(run(arguments + " --plot '" + folder.resolve("figure.gif") + "'")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no folder", "\"gif\" is unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rho --lepton mu --mass 263 | \"263\" has no unit: give an energy",
        "rho --lepton mu --mass '389 MeV' | --mass is 389 MeV: K+ -> mu+ N needs a mass from 0 to"
            + " below 388.0186245 MeV",
        "rho --lepton mu --mass '388.0186245 MeV' | below 388.0186245 MeV",
        "rho --lepton mu --mass '-1 MeV' | --mass is -1 MeV",
        "rho --lepton tau --mass '1 MeV' | --lepton \"tau\" is unknown: known are e, mu",
        "rho --lepton mu | Missing required option: '--mass=M'",
        "lifetime --mass '300 MeV' | give at least one of --ue2, --umu2, --utau2 above 0",
        "lifetime --mass '500 MeV' --umu2 1 | below 493.677 MeV",
        "lifetime --mass '300 MeV' --umu2 2 | muon mixing squared is 2.0: give 0 to 1",
        "width --mass '0 MeV' --umu2 1 | --mass is 0 GeV: a massless N does not decay",
        "branching --process munugama | --process \"munugama\" is unknown: did you mean"
            + " \"munugamma\"?",
        "branching --process munux --model vectr --mass '1 MeV' | --model \"vectr\" is unknown: did"
            + " you mean \"vector\"?",
        "branching --process munux --mass '100 MeV' | munux needs --model",
        "branching --process munux --model scalar | munux needs --mass",
        "branching --process munux --model scalar --mass '400 MeV' | below 388.0186245 MeV",
        "branching --process munugamma --mass '1 MeV' | --mass does not apply to munugamma",
        "branching --process munugamma --photon-from '0 MeV' | needs a photon energy above 0",
        "branching --process munugamma --photon-from '236 MeV' | and below 235.",
        "branching --process pipi0gamma --photon-from '230 MeV' | and below 170.",
        "branching --process munugamma --infrared resumed | did you mean \"resummed\"?",
        "branching --process munugamma --above '0.16 GeV^2' | to below 0.150558",
        "branching --process munugamma --above '-0.1 GeV^2' | --above is -0.1 GeV^2",
        "branching --process munux --model scalar --mass '0 MeV' | give a mass above 0",
        "branching --process munux --model scalar --mass '9 MeV' --coupling -1 | --coupling is"
            + " -1.0",
        "branching --process munux --model scalar --mass '9 MeV' --coupling 0 | number above 0",
        "branching --process munux --model scalar --mass '9 MeV' --coupling NaN | --coupling is"
            + " NaN",
        "branching --process munux --model scalar --mass '9 MeV' --coupling Infinity | finite",
        "branching --process hnl --mass '9 MeV' --mixing 1.1 | --mixing is 1.1: give 0 to 1",
        "branching --process hnl --mass '9 MeV' --mixing -1e-9 | --mixing is -1.0E-9: give 0 to 1",
        "branching --process hnl --mass '9 MeV' --mixing NaN | --mixing is NaN: give 0 to 1",
        "branching --process hnl --lepton e --mass '494 MeV' | below 493.16600105 MeV",
        "lifetime --mass '300 MeV' --umu2 NaN | muon mixing squared is NaN: give 0 to 1",
        "lifetime --mass '300 MeV' --ue2 -1e-9 | electron mixing squared is -1.0E-9",
        "lifetime --mass 'NaN MeV' --ue2 1 | is not a number with a unit",
        "branching --process munugamma --above 0.1 | \"0.1\" has no unit",
        "branching --process pipi0 --above '0.1 GeV^2' | pipi0 has no spectrum",
        "branching --process munugamma --form-factors kle | did you mean \"kloe\"?",
        "spectrum --process munu | munu has no spectrum",
        "spectrum --process munununu --bins 0 | --bins is 0: give 1 to 10000",
        "spectrum --process munununu --spectrum smm | did you mean \"sm\"?",
      })
  void refusesInOneClearLine(String arguments, String message) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(message);
    assertThat(err.toString().lines().count()).isLessThanOrEqualTo(3);
  }

  private JsonNode json(String arguments) {
    return JsonMapper.shared().readTree(text(arguments + " --json"));
  }

  private String text(String arguments) {
    out.getBuffer().setLength(0);
    assertThat(run(arguments)).as(err.toString()).isZero();
    return out.toString().stripTrailing();
  }

  /// Splits like a shell, single quotes only.
  private int run(String arguments) {
    String[] words =
        WORD.matcher(arguments)
            .results()
            .map(word -> word.group(1) == null ? word.group() : word.group(1))
            .toArray(String[]::new);
    return new CommandLine(new PhysicsCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler((thrown, command, parsed) -> {
          if (!(thrown instanceof InputException)) throw thrown;
          command.getErr().println(thrown.getMessage());
          return 2;
        })
        .setParameterExceptionHandler((wrong, given) -> {
          wrong.getCommandLine().getErr().println(wrong.getMessage());
          return 2;
        })
        .execute(words);
  }
}

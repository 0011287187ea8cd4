package org.lacuna.application.command.workspace;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.lacuna.application.command.TextTable;
import org.lacuna.application.json.Json;
import org.lacuna.statistics.counting.ExpectedBand;
import org.lacuna.statistics.histfactory.AsymptoticCls;
import org.lacuna.statistics.histfactory.AsymptoticCls.Asimov;
import org.lacuna.statistics.histfactory.Model;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// By which data the asymptotic formulas know what to expect.
final class AsimovOption {
  @Option(
      names = "--asimov",
      defaultValue = "postfit",
      paramLabel = "A",
      converter = ByWord.class,
      description =
          "Data expected without a signal: of the background-only fit (postfit, as pyhf does) or of"
              + " the nominal parameters (nominal); default: ${DEFAULT-VALUE}.")
  private Asimov convention = Asimov.POSTFIT;

  Asimov convention() {
    return convention;
  }

  AsymptoticCls asymptotic(Model model) {
    return new AsymptoticCls(model, convention);
  }

  static final class ByWord implements ITypeConverter<Asimov> {
    @Override
    public Asimov convert(String word) {
      return Arrays.stream(Asimov.values())
          .filter(known -> Json.word(known).equals(word))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "\""
                      + word
                      + "\" is none of "
                      + Arrays.stream(Asimov.values()).map(Json::word).toList()));
    }
  }

  static String text(ExpectedBand band) {
    return DoubleStream.of(band.m2(), band.m1(), band.median(), band.p1(), band.p2())
            .mapToObj(TextTable::number)
            .collect(Collectors.joining(" "))
        + "  (-2 to 2 sigma)";
  }
}

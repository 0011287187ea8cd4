package org.lacuna.core.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a number measures, the units a user may give it in, and the one unit used inside.
///
/// ```java
/// double massGeV = Dimension.ENERGY.parse("263 MeV");  // 0.263, correctly rounded
/// String text = Dimension.ENERGY.format(0.263);        // "263 MeV"
/// ```
///
/// `µ` and `u`, `²` and `^2`, `°` and `deg` are the same; energies take `/c` and `/c^2` because
/// momenta and masses are energies here. A further dimension is one line of the table.
public enum Dimension {
  /// Energies, momenta and masses, inside in GeV.
  ENERGY(
      "an energy, momentum or mass",
      "GeV",
      "270 MeV",
      "eV 1e-9, keV 1e-6, MeV 1e-3, GeV 1, TeV 1e3"),
  /// Squared energies, such as a squared missing mass, inside in GeV².
  ENERGY_SQUARED("a squared energy or mass", "GeV^2", "0.1 GeV^2", "MeV^2 1e-6, GeV^2 1"),
  /// Lengths, inside in m.
  LENGTH("a length", "m", "63.8 mm", "um 1e-6, mm 1e-3, cm 1e-2, m 1, km 1e3"),
  /// Times, inside in ns.
  TIME("a time", "ns", "50 ns", "ps 1e-3, ns 1, us 1e3, ms 1e6, s 1e9"),
  /// Angles, inside in rad; slopes are angles.
  ANGLE("an angle", "rad", "1.2 mrad", "urad 1e-6, mrad 1e-3, rad 1, deg 0.017453292519943295769"),
  /// Rates, inside in GHz, that is per ns.
  FREQUENCY("a rate", "GHz", "500 MHz", "Hz 1e-9, kHz 1e-6, MHz 1e-3, GHz 1"),
  /// Magnetic flux densities, inside in T.
  MAGNETIC_FIELD("a magnetic field", "T", "50 uT", "uT 1e-6, mT 1e-3, T 1"),
  /// Angles times momenta, such as multiple scattering, inside in rad GeV.
  ANGLE_TIMES_MOMENTUM(
      "an angle times a momentum", "rad GeV", "0.72 mrad GeV", "urad GeV 1e-6, mrad GeV 1e-3"),
  /// Lengths times momenta, such as multiple scattering seen from afar, inside in m GeV.
  LENGTH_TIMES_MOMENTUM("a length times a momentum", "m GeV", "530 mm GeV", "mm GeV 1e-3, m GeV 1"),
  /// Angles per length, such as a converging beam, inside in rad/m.
  ANGLE_PER_LENGTH("an angle per length", "rad/m", "-5.53 mrad/m", "mrad/m 1e-3, rad/m 1"),
  /// Fractions per energy, such as a relative resolution that grows, inside per GeV.
  FRACTION_PER_ENERGY("a fraction per energy", "/GeV", "0.005 %/GeV", "%/GeV 1e-2, /GeV 1"),
  /// Multiples of a standard deviation.
  DEVIATION("a number of standard deviations", "sigma", "1.5 sigma", "sigma 1"),
  /// Fractions; the one dimension where a bare number is meant as it stands.
  FRACTION("a fraction", "", "3 %", "% 1e-2");

  private static final Pattern NUMBER_THEN_UNIT =
      Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,2})?)\\s*(.*?)\\s*");

  private final String noun;
  private final String inside;
  private final String example;

  @SuppressWarnings("ImmutableEnumChecker") // made by toList
  private final List<Unit> units;

  private record Unit(String symbol, BigDecimal factor) {
    static Unit of(String entry) {
      int space = entry.lastIndexOf(' ');
      return new Unit(entry.substring(0, space), new BigDecimal(entry.substring(space + 1)));
    }
  }

  Dimension(String noun, String inside, String example, String units) {
    this.noun = noun;
    this.inside = inside;
    this.example = example;
    this.units = Arrays.stream(units.split(", ", -1)).map(Unit::of).toList();
  }

  /// What it is called in messages, as in "a length".
  public String noun() {
    return noun;
  }

  /// The units that a user may give, in the spelling without special characters.
  public List<String> symbols() {
    return units.stream().map(Unit::symbol).toList();
  }

  /// The unit that [#parse] converts to.
  public String unit() {
    return inside;
  }

  /// Reads a number with its unit.
  ///
  /// @param text such as `"270 MeV"` or `"270MeV/c"`
  /// @return the value in [#unit]
  /// @throws IllegalArgumentException if there is no number, no unit or another one, in one line
  ///   with what was given, the units allowed and an example
  public double parse(String text) {
    Matcher parts = NUMBER_THEN_UNIT.matcher(text);
    if (!parts.matches()) throw refused(text, "is not a number with a unit");
    String symbol = plain(parts.group(2));
    BigDecimal number = new BigDecimal(parts.group(1));
    if (symbol.equals(inside)) return number.doubleValue();
    if (symbol.isEmpty()) throw refused(text, "has no unit");
    Unit unit = find(symbol).orElseThrow(() -> refused(text, "is not " + noun));
    return number.multiply(unit.factor).doubleValue();
  }

  /// Writes a value in the largest unit in which it is at least 1, with all its digits.
  ///
  /// @param value in [#unit]
  public String format(double value) {
    if (this == FRACTION || value == 0 || !Double.isFinite(value)) return text(value, inside);
    Unit chosen = units.getFirst();
    for (Unit unit : units) {
      boolean powerOfTen = unit.factor.precision() == 1;
      if (powerOfTen && Math.abs(value) >= unit.factor.doubleValue()) chosen = unit;
    }
    return format(value, chosen.symbol);
  }

  /// Writes a value in a unit of choice, with all its digits.
  ///
  /// @param value in [#unit]
  /// @param symbol one of the units of this dimension
  /// @throws IllegalArgumentException if it is none
  public String format(double value, String symbol) {
    if (symbol.equals(inside) || !Double.isFinite(value)) return text(value, symbol);
    Unit unit = find(symbol).orElseThrow(() -> refused(symbol, "is no unit of " + noun));
    return text(
        new BigDecimal(Double.toString(value))
            .divide(unit.factor, MathContext.DECIMAL64)
            .doubleValue(),
        symbol);
  }

  private Optional<Unit> find(String symbol) {
    return units.stream().filter(unit -> unit.symbol.equals(symbol)).findFirst();
  }

  private static String text(double value, String symbol) {
    String number =
        Double.isFinite(value) && Math.abs(value) < 1e7 && Math.abs(value) >= 1e-3
            ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
            : value == 0 ? "0" : Double.toString(value);
    return symbol.isEmpty() ? number : number + " " + symbol;
  }

  private String plain(String symbol) {
    String ascii =
        symbol.replace('µ', 'u').replace('μ', 'u').replace("²", "^2").replace("°", "deg");
    return switch (this) {
      case ENERGY -> ascii.replaceFirst("/c(\\^?2)?$", "");
      case ENERGY_SQUARED -> ascii.replaceFirst("/c\\^?[24]$", "");
      default -> ascii;
    };
  }

  private IllegalArgumentException refused(String text, String reason) {
    String allowed = String.join(", ", symbols());
    return new IllegalArgumentException(
        "\"%s\" %s: give %s in %s, for example \"%s\""
            .formatted(text, reason, noun, allowed, example));
  }
}

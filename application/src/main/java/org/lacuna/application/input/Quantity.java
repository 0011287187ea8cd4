package org.lacuna.application.input;

import org.lacuna.core.quantity.Dimension;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Options with a unit, as picocli reads them: `converter = Quantity.Energy.class`.
public abstract sealed class Quantity implements ITypeConverter<Double> {
  private final Dimension dimension;

  private Quantity(Dimension dimension) {
    this.dimension = dimension;
  }

  @Override
  public Double convert(String text) {
    try {
      return dimension.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  /// An energy, momentum or mass, read into GeV.
  public static final class Energy extends Quantity {
    public Energy() {
      super(Dimension.ENERGY);
    }
  }

  /// A squared energy or mass, read into GeV².
  public static final class EnergySquared extends Quantity {
    public EnergySquared() {
      super(Dimension.ENERGY_SQUARED);
    }
  }
}

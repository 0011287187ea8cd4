package org.lacuna.analysis.validation;

import org.lacuna.core.quantity.Estimate;

/// A number of the simulation beside a published one.
///
/// @param quantity its fixed name
/// @param symbol for people
/// @param published value, in the unit of `lacuna`; NaN if there is none
/// @param lacuna value with the error of the Monte Carlo; 0 if it is a formula
/// @param where the published one stands
/// @param remark what limits the comparison
public record Quantity(
    String quantity,
    String symbol,
    double published,
    Estimate lacuna,
    String where,
    String remark) {}

package org.lacuna.report.figure;

/// A text in a panel, its left end at a point of the data.
///
/// @param x where its left end is
/// @param y where its base line is
/// @param text in the mark-up of [Label]
/// @param ink its colour, that of the series it names
public record Note(double x, double y, Label text, Ink ink) {}

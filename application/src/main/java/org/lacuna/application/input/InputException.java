package org.lacuna.application.input;

import java.nio.file.Path;
import java.util.function.Supplier;

/// An option, card or file that cannot be used. The program prints the message, at most three lines
/// of it, and ends with exit code 2.
///
/// A message names what was given, its value, the allowed range and the remedy.
public class InputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }

  /// A line of a file that cannot be used.
  ///
  /// @param line counted from 1, as editors do
  public static InputException at(Path file, long line, String message) {
    return new InputException(file + ", line " + line + ": " + message);
  }

  /// What a library makes of the user's values. Only here is an `IllegalArgumentException` the
  /// user's doing; anywhere else it is a defect of the program.
  ///
  /// @throws InputException with the message of the library, when it refuses
  public static <T> T given(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException refused) {
      throw new InputException(String.valueOf(refused.getMessage()), refused);
    }
  }
}

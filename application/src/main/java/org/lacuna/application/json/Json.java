package org.lacuna.application.json;

import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes results as JSON.
///
/// | Java | JSON |
/// |---|---|
/// | record | object, keys in the order of the components |
/// | map, iterable, array of numbers | object, array, array, in their own order |
/// | finite number | number, the shortest that reads back as the same |
/// | infinite number | the string `"Infinity"` or `"-Infinity"` |
/// | NaN, null, empty optional | `null` |
/// | constant of an enum | its name in lower case, `-` for `_` |
///
/// Anything else is refused: a type that nobody thought of has no agreed shape.
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  /// The components of a record type, which the JVM would look up anew each time.
  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          List<RecordComponent> components = List.of(type.getRecordComponents());
          // The accessor is public, the record need not be.
          components.forEach(component -> component.getAccessor().setAccessible(true));
          return components;
        }
      };

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /// One line, as commands print with `--json`.
  public static String line(@Nullable Object value) {
    return text(value, ObjectWriteContext.empty());
  }

  /// Many lines, indented by two, as in files.
  public static String pretty(@Nullable Object value) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    PrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return text(
        value,
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            return printer;
          }
        });
  }

  /// How a constant is spelt.
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(@Nullable Object value, ObjectWriteContext context) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(context, text)) {
      new Json(out).write(value);
    }
    return text.toString();
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Double number -> write(number.doubleValue());
      case Long number -> out.writeNumber(number);
      case Integer number -> out.writeNumber(number);
      case Float number when Float.isFinite(number) -> out.writeNumber(number.floatValue());
      case Float number -> write(number.doubleValue());
      case Boolean bool -> out.writeBoolean(bool);
      case Enum<?> constant -> out.writeString(word(constant));
      case Optional<?> optional -> write(optional.orElse(null));
      case OptionalDouble optional -> write(optional.orElse(Double.NaN));
      case OptionalLong optional when optional.isPresent() -> out.writeNumber(optional.getAsLong());
      case OptionalLong _ -> out.writeNull();
      case Record made -> writeRecord(made);
      case Map<?, ?> map -> writeMap(map);
      case Iterable<?> elements -> writeArray(elements);
      case double[] numbers -> writeArray(numbers);
      case long[] numbers -> out.writeArray(numbers, 0, numbers.length);
      case int[] numbers -> out.writeArray(numbers, 0, numbers.length);
      default ->
          throw new IllegalArgumentException(
              "no JSON shape is agreed for " + value.getClass().getName());
    }
  }

  private void write(double number) {
    if (Double.isNaN(number)) out.writeNull();
    else if (Double.isInfinite(number)) out.writeString(Double.toString(number));
    else out.writeNumber(number);
  }

  private void writeArray(double[] numbers) {
    out.writeStartArray();
    for (double number : numbers) write(number);
    out.writeEndArray();
  }

  private void writeArray(Iterable<?> elements) {
    out.writeStartArray();
    for (Object element : elements) write(element);
    out.writeEndArray();
  }

  private void writeMap(Map<?, ?> map) {
    out.writeStartObject();
    map.forEach((key, value) -> {
      out.writeName(key.toString());
      write(value);
    });
    out.writeEndObject();
  }

  private void writeRecord(Record made) {
    out.writeStartObject();
    for (RecordComponent component : COMPONENTS.get(made.getClass())) {
      out.writeName(component.getName());
      write(read(component, made));
    }
    out.writeEndObject();
  }

  private static @Nullable Object read(RecordComponent component, Record made) {
    try {
      return component.getAccessor().invoke(made);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}

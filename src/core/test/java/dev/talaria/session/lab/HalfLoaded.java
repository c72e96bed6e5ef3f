package dev.talaria.session.lab;

import dev.talaria.session.listener.TurnListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A listener of a host from whose class path a library is missing. */
public final class HalfLoaded implements TurnListener {

  /** What is missing. */
  public static final class Missing {}

  private final StringBuffer text;

  public HalfLoaded(StringBuffer text) {
    this.text = text;
  }

  /** Nobody calls it; but whoever looks at this class' methods needs the class that is missing. */
  public Missing missing() {
    return null;
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    text.append(delta);
  }

  /** The listener as it is when {@link Missing} cannot be found. */
  public static TurnListener listener(StringBuffer text) {
    ClassLoader half =
        new ClassLoader(HalfLoaded.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(Missing.class.getName())) {
              throw new ClassNotFoundException(name);
            }
            return name.equals(HalfLoaded.class.getName())
                ? defined(name)
                : super.loadClass(name, resolve);
          }

          private Class<?> defined(String name) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
              return known;
            }
            try (InputStream in = HalfLoaded.class.getResourceAsStream("HalfLoaded.class")) {
              byte[] bytes = in.readAllBytes();
              return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    try {
      return (TurnListener)
          half.loadClass(HalfLoaded.class.getName())
              .getConstructor(StringBuffer.class)
              .newInstance(text);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

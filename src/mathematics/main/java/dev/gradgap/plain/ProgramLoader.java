package dev.gradgap.plain;

import java.util.Optional;
import java.util.function.Function;

/** Loads classes of its own before those of others. */
final class ProgramLoader extends ClassLoader {

    private final Function<String, Optional<byte[]>> own;

    /**
     * A loader.
     *
     * @param own the bytes of a class by its internal name; empty if it is not one of these
     */
    ProgramLoader(ClassLoader parent, Function<String, Optional<byte[]>> own) {
        super(parent);
        this.own = own;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            Optional<byte[]> bytes = own.apply(name.replace('.', '/'));
            return bytes.isPresent()
                    ? defineClass(name, bytes.get(), 0, bytes.get().length)
                    : super.loadClass(name, resolve);
        }
    }
}

package dev.gradgap.plain;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.PlainFunction;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The user's classes with a method that is a function: as they are, and carried over to other numbers.
 *
 * <p>Every thread and every kind of arithmetic has a copy of the transformed classes, in a loader of its own, so that static fields
 * are nobody else's and the compiler's profiles are of one kind of number. A copy is made once, and is only run by its thread.
 */
public final class PlainProgram {

    static final String RUNNING = "dev/gradgap/plain/running/";
    private static final String LOOKUP = RUNNING + "RunningLookup";

    private final Map<String, byte[]> classes;
    private final PlainMethod method;
    private final ClassLoader parent;
    private final TypeMap types;
    private final MethodNames names;
    private final Substitutes substitutes;
    private final Map<String, byte[]> transformed = new ConcurrentHashMap<>();
    private final List<Copy> copies = new ArrayList<>();
    private volatile Copy last = new Copy(null, null, null);
    private final Class<?> host; // in the original
    private final Object receiver; // null for a static method
    private final PlainFunction original;

    /** A copy, whose: a thread's, for an arithmetic. */
    private static final class Copy {
        private final Thread thread;
        private final Class<?> kind;
        private final Evaluation evaluation;
        private boolean busy;

        Copy(Thread thread, Class<?> kind, Evaluation evaluation) {
            this.thread = thread;
            this.kind = kind;
            this.evaluation = evaluation;
        }

        /** Only its own thread asks. */
        boolean isFor(Thread asking, Class<?> wanted) {
            return thread == asking && kind == wanted && !busy;
        }
    }

    /**
     * A program.
     *
     * @param classes class files by internal name
     * @param parent where everything else is found
     * @throws IllegalArgumentException in one line, if no object of the method's class can be made
     */
    public PlainProgram(Map<String, byte[]> classes, PlainMethod method, ClassLoader parent) {
        this.classes = Map.copyOf(classes);
        this.method = method;
        this.parent = parent;
        types = new TypeMap(this.classes::containsKey);
        names = new MethodNames(types, this.classes.values());
        substitutes = new Substitutes(types);
        host = host(new ProgramLoader(parent, this::untouched));
        try {
            receiver = method.isStatic() ? null : receiver(host);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        original = (PlainFunction) instance(host, receiver, EntryWriter.onDoubles(method, host));
    }

    PlainMethod method() {
        return method;
    }

    /** The method itself, on doubles. */
    PlainFunction original() {
        return original;
    }

    /** The number of outputs of a method that gives an array, at a point. */
    int outputsAt(double[] point) {
        try {
            Method itself = host.getDeclaredMethod(method.name(), double[].class);
            itself.setAccessible(true);
            return ((double[]) itself.invoke(receiver, (Object) point.clone())).length;
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(method.inWords() + " throws " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A static method of the user's, as it is, that takes a number of inputs; empty if there is none. */
    <R> Optional<R> ask(String name, Class<R> result, int inputs) {
        try {
            Class<?> primitive = result == Integer.class ? int.class : result;
            Method asked = host.getDeclaredMethod(name, int.class);
            if (!Modifier.isStatic(asked.getModifiers()) || asked.getReturnType() != primitive) {
                return Optional.empty();
            }
            asked.setAccessible(true);
            return Optional.of(result.cast(asked.invoke(null, inputs)));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(name + "(" + inputs + ") throws " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Evaluates the function on the numbers of an arithmetic, as {@link Evaluation} does. */
    void evaluate(Arithmetic<Object> a, Inputs<Object> x, Outputs<Object> y, int outputs, Decisions decisions) {
        Copy copy = copy(a.getClass());
        copy.busy = true;
        try {
            copy.evaluation.evaluate(a, x, y, outputs, decisions);
        } finally {
            copy.busy = false;
        }
    }

    private Copy copy(Class<?> kind) {
        Thread thread = Thread.currentThread();
        Copy copy = last;
        if (copy.isFor(thread, kind)) {
            return copy;
        }
        synchronized (copies) {
            copies.removeIf(other -> !other.thread.isAlive());
            copy = copies.stream()
                    .filter(other -> other.isFor(thread, kind))
                    .findFirst()
                    .orElse(null);
        }
        if (copy == null) {
            copy = new Copy(thread, kind, evaluation());
            synchronized (copies) {
                copies.add(copy);
            }
        }
        last = copy;
        return copy;
    }

    private Evaluation evaluation() {
        ClassLoader loader = new ProgramLoader(parent, this::transformed);
        Class<?> copied = host(loader);
        String name = names.of(method.name(), method.descriptor());
        try {
            Object call = instance(
                    copied,
                    method.isStatic() ? null : receiver(copied),
                    EntryWriter.onObjects(method, copied, name, types.descriptor(method.descriptor())));
            return (Evaluation) loader.loadClass("dev.gradgap.plain.running.RunningEvaluation")
                    .getConstructor(Call.class)
                    .newInstance(call);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<byte[]> untouched(String name) {
        return name.equals(LOOKUP) ? Optional.of(Substitutes.bytes(name)) : Optional.ofNullable(classes.get(name));
    }

    private Optional<byte[]> transformed(String name) {
        if (name.startsWith(RUNNING)) {
            return Optional.of(transformed.computeIfAbsent(name, Substitutes::bytes));
        }
        byte[] own = classes.get(name);
        if (own == null && !name.startsWith(TypeMap.LIBRARY) && !name.startsWith(TypeMap.COPIED)) {
            return Optional.empty();
        }
        return Optional.of(transformed.computeIfAbsent(name, key -> {
            byte[] bytes =
                    own != null ? own : Substitutes.bytes(key.startsWith(TypeMap.COPIED) ? TypeMap.original(key) : key);
            return ClassRewriter.rewritten(bytes, types, names, substitutes);
        }));
    }

    private Class<?> host(ClassLoader loader) {
        try {
            return Class.forName(method.owner().replace('/', '.'), true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "there is no class " + method.owner().replace('/', '.'), e);
        } catch (ExceptionInInitializerError e) {
            throw new IllegalArgumentException(
                    "the static initialiser of " + method.owner().replace('/', '.') + " throws " + e.getCause(), e);
        }
    }

    /** An object of a class generated beside the user's. */
    private static Object instance(Class<?> type, Object receiver, byte[] entry) {
        try {
            Lookup inside = (Lookup) type.getClassLoader()
                    .loadClass(LOOKUP.replace('/', '.'))
                    .getMethod("lookup")
                    .invoke(null);
            Lookup lookup = MethodHandles.privateLookupIn(type, inside)
                    .defineHiddenClass(entry, true, Lookup.ClassOption.NESTMATE);
            Constructor<?> constructor = lookup.lookupClass().getDeclaredConstructor(type);
            constructor.setAccessible(true);
            return constructor.newInstance(receiver);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object receiver(Class<?> type) throws ReflectiveOperationException {
        try {
            Optional<Constructor<?>> constructor = Arrays.stream(type.getDeclaredConstructors())
                    .filter(found -> found.getParameterCount() == 0)
                    .findFirst();
            if (constructor.isPresent() && !Modifier.isAbstract(type.getModifiers())) {
                constructor.get().setAccessible(true);
                return constructor.get().newInstance();
            }
            Method factory = Arrays.stream(type.getDeclaredMethods())
                    .filter(found -> Modifier.isStatic(found.getModifiers())
                            && found.getParameterCount() == 0
                            && type.isAssignableFrom(found.getReturnType()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(method.inWords()
                            + " needs an object: give its class a constructor or a static method without"
                            + " parameters, or make the method static"));
            factory.setAccessible(true);
            return factory.invoke(null);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("no object of " + type.getName() + " can be made: " + e.getCause(), e);
        }
    }
}

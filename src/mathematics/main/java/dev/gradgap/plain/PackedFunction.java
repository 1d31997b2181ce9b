package dev.gradgap.plain;

import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.WorkloadProvider;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A function in plain Java, packed as a plug-in: whatever takes plug-ins takes it, in this process or in a fork. A jar has a
 * subclass of its own of this class, which does nothing but be found, and beside it what is packed.
 */
public abstract class PackedFunction implements WorkloadProvider {

    private static final String FOLDER = "gradgap/function/";
    private static final String CONTENT = ".function";
    private static final String SUPER = "dev/gradgap/plain/PackedFunction";
    private static final int HASH_DIGITS = 16;

    /**
     * The files of the jar.
     *
     * @param name the workload's
     * @param source where the code comes from, in words
     * @param classes the user's class files by internal name
     * @param point where it is differentiated; empty if the method or chance says so
     * @return the contents by path, the same for the same arguments
     */
    public static Map<String, byte[]> pack(
            String name, String source, PlainMethod method, Map<String, byte[]> classes, Optional<double[]> point) {
        byte[] content = content(name, source, method, classes, point);
        String provider = FOLDER + "F" + hash(content);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "META-INF/services/" + WorkloadProvider.class.getName(),
                provider.replace('/', '.').getBytes(StandardCharsets.UTF_8));
        files.put(provider + ".class", provider(provider));
        files.put(provider + CONTENT, content);
        return files;
    }

    private static byte[] content(
            String name, String source, PlainMethod method, Map<String, byte[]> classes, Optional<double[]> point) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(name);
            out.writeUTF(source);
            out.writeUTF(method.owner());
            out.writeUTF(method.name());
            out.writeUTF(method.descriptor());
            out.writeBoolean(method.isStatic());
            out.writeInt(point.map(x -> x.length).orElse(-1));
            for (double x : point.orElse(new double[0])) {
                out.writeDouble(x);
            }
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(classes).entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] provider(String name) {
        ClassWriter out = new ClassWriter(0);
        out.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, SUPER, null);
        MethodVisitor code = out.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "()V", false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(1, 1);
        code.visitEnd();
        return out.toByteArray();
    }

    @Override
    public final List<WorkloadFamily> families() {
        try (InputStream file = getClass().getResourceAsStream(getClass().getSimpleName() + CONTENT);
                DataInputStream in = new DataInputStream(file)) {
            String name = in.readUTF();
            String source = in.readUTF();
            PlainMethod method = new PlainMethod(in.readUTF(), in.readUTF(), in.readUTF(), in.readBoolean());
            Optional<double[]> point = point(in);
            Map<String, byte[]> classes = new LinkedHashMap<>();
            int count = in.readInt();
            for (int k = 0; k < count; k++) {
                String className = in.readUTF();
                classes.put(className, in.readNBytes(in.readInt()));
            }
            PlainProgram program = new PlainProgram(classes, method, getClass().getClassLoader());
            return List.of(new PlainFamily(name, source, program, point));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<double[]> point(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return Optional.empty();
        }
        double[] point = new double[length];
        for (int i = 0; i < length; i++) {
            point[i] = in.readDouble();
        }
        return Optional.of(point);
    }
}

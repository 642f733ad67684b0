package dev.slipway.cli.offlinepackage.debian;

import dev.slipway.cli.offlinepackage.index.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** An Ed25519 key as OpenPGP, which is what apt verifies a repository with. */
public final class OpenPgpKey {
    private static final Date CREATED = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final String OWNER = "Slipway offline packages";

    private final PGPKeyPair pair;

    /** The same key in the other format; equal keys give equal bytes. */
    public OpenPgpKey(SigningKey key) {
        var parameters = key.parameters();
        try {
            // GnuPG 2.2, which is Debian 12's, only knows this older number for the algorithm.
            pair = new BcPGPKeyPair(
                    PublicKeyPacket.VERSION_4,
                    PublicKeyAlgorithmTags.EDDSA_LEGACY,
                    new AsymmetricCipherKeyPair(parameters.generatePublicKey(), parameters),
                    CREATED);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key, armoured. */
    public String armoured() {
        try {
            var output = new ByteArrayOutputStream();
            try (ArmoredOutputStream armour =
                    ArmoredOutputStream.builder().clearHeaders().build(output)) {
                ring().generatePublicKeyRing().encode(armour);
            }
            return output.toString(StandardCharsets.US_ASCII);
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text with its signature below it, as an InRelease file is. */
    public String clearSigned(String text) {
        try {
            var output = new ByteArrayOutputStream();
            try (ArmoredOutputStream armour =
                    ArmoredOutputStream.builder().clearHeaders().build(output)) {
                armour.beginClearText(HashAlgorithmTags.SHA512);
                armour.write(text.getBytes(StandardCharsets.UTF_8));
                armour.endClearText();
                signatureOf(text).encode(new BCPGOutputStream(armour));
            }
            return output.toString(StandardCharsets.UTF_8);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PGPSignature signatureOf(String text) throws PGPException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(signer(), pair.getPublicKey());
        generator.init(PGPSignature.CANONICAL_TEXT_DOCUMENT, pair.getPrivateKey());
        PGPSignatureSubpacketGenerator subpackets = new PGPSignatureSubpacketGenerator();
        subpackets.setSignatureCreationTime(false, CREATED);
        subpackets.setIssuerFingerprint(false, pair.getPublicKey());
        generator.setHashedSubpackets(subpackets.generate());
        generator.update(canonical(text).getBytes(StandardCharsets.UTF_8));
        return generator.generate();
    }

    /** Lines end in CR LF, none at the end, and spaces before them do not count. */
    private static String canonical(String text) {
        return String.join("\r\n", text.lines().map(String::stripTrailing).toList());
    }

    private PGPKeyRingGenerator ring() throws PGPException {
        PGPSignatureSubpacketGenerator subpackets = new PGPSignatureSubpacketGenerator();
        subpackets.setSignatureCreationTime(false, CREATED);
        subpackets.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        return new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                OWNER,
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                subpackets.generate(),
                null,
                signer(),
                null);
    }

    private BcPGPContentSignerBuilder signer() {
        return new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512);
    }
}

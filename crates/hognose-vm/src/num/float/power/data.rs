//! Constants of powers, each as two floats to be added. Written by tables/power.py: change that instead.

/// ln 2; the first has 42 bits, so that multiples up to 2^11 are exact.
pub(super) const LN2: (f64, f64) =
    (f64::from_bits(0x3fe6_2e42_fefa_3800), f64::from_bits(0x3d2e_f357_93c7_6730));

/// ln 2 / 32; the first has 36 bits, so that multiples up to 2^17 are exact.
pub(super) const LN2_32: (f64, f64) =
    (f64::from_bits(0x3f96_2e42_fefa_0000), f64::from_bits(0x3d2c_f79a_bc9e_3b3a));

/// 1 / 3.
pub(super) const THIRD: (f64, f64) =
    (f64::from_bits(0x3fd5_5555_5555_5555), f64::from_bits(0x3c75_5555_5555_5555));

/// ln(n / 32) for n from 22 to 46.
pub(super) static LOGS: [(f64, f64); 25] = [
    (f64::from_bits(0xbfd7_fafa_3bd8_151c), f64::from_bits(0x3c52_1902_4acd_3b77)),
    (f64::from_bits(0xbfd5_22ae_0738_a3d8), f64::from_bits(0x3c68_f7e9_b38a_6979)),
    (f64::from_bits(0xbfd2_6962_1134_db92), f64::from_bits(0xbc7e_0efa_dd9d_b02b)),
    (f64::from_bits(0xbfcf_991c_6cb3_b379), f64::from_bits(0xbc6f_6650_66f9_80a2)),
    (f64::from_bits(0xbfca_93ed_3c8a_d9e3), f64::from_bits(0xbc6b_cafa_9de9_7203)),
    (f64::from_bits(0xbfc5_bf40_6b54_3db2), f64::from_bits(0x3c21_f5b4_4c0d_f7e7)),
    (f64::from_bits(0xbfc1_178e_8227_e47c), f64::from_bits(0x3c50_e63a_5f01_c691)),
    (f64::from_bits(0xbfb9_335e_5d59_4989), f64::from_bits(0x3c54_78a8_5704_ccb7)),
    (f64::from_bits(0xbfb0_8598_b59e_3a07), f64::from_bits(0x3c5d_d700_9902_bf32)),
    (f64::from_bits(0xbfa0_415d_89e7_4444), f64::from_bits(0xbc4c_05cf_1d75_3622)),
    (f64::from_bits(0x0000_0000_0000_0000), f64::from_bits(0x0000_0000_0000_0000)),
    (f64::from_bits(0x3f9f_829b_0e78_3300), f64::from_bits(0x3c33_3e3f_04f1_ef23)),
    (f64::from_bits(0x3faf_0a30_c011_62a6), f64::from_bits(0x3c48_5f32_5c5b_bacd)),
    (f64::from_bits(0x3fb6_f0d2_8ae5_6b4c), f64::from_bits(0xbc59_06d9_9184_b992)),
    (f64::from_bits(0x3fbe_2707_6e2a_f2e6), f64::from_bits(0xbc36_1578_001e_0162)),
    (f64::from_bits(0x3fc2_9552_f81f_f523), f64::from_bits(0x3c63_0177_1c40_7dbf)),
    (f64::from_bits(0x3fc5_ff30_70a7_93d4), f64::from_bits(0xbc5b_c60e_fafc_6f6e)),
    (f64::from_bits(0x3fc9_525a_9cf4_56b4), f64::from_bits(0x3c6d_904c_1d4e_2e26)),
    (f64::from_bits(0x3fcc_8ff7_c79a_9a22), f64::from_bits(0xbc64_f689_f843_4012)),
    (f64::from_bits(0x3fcf_b918_6d5e_3e2b), f64::from_bits(0xbc6c_aaae_64f2_1acb)),
    (f64::from_bits(0x3fd1_675c_abab_a60e), f64::from_bits(0x3c2c_e63e_ab88_3717)),
    (f64::from_bits(0x3fd2_e8e2_bae1_1d31), f64::from_bits(0xbc78_f4cd_b95e_bdf9)),
    (f64::from_bits(0x3fd4_618b_c21c_5ec2), f64::from_bits(0x3c7f_42de_cdec_cf1d)),
    (f64::from_bits(0x3fd5_d1bd_bf58_09ca), f64::from_bits(0x3c74_2363_83dc_7fe1)),
    (f64::from_bits(0x3fd7_39d7_f6bb_d007), f64::from_bits(0xbc78_c76c_eb01_4b04)),
];

/// 2^(n / 32) for n from 0 to 31.
pub(super) static ROOTS: [(f64, f64); 32] = [
    (f64::from_bits(0x3ff0_0000_0000_0000), f64::from_bits(0x0000_0000_0000_0000)),
    (f64::from_bits(0x3ff0_59b0_d315_8574), f64::from_bits(0x3c8d_73e2_a475_b465)),
    (f64::from_bits(0x3ff0_b558_6cf9_890f), f64::from_bits(0x3c98_a62e_4adc_610b)),
    (f64::from_bits(0x3ff1_1301_d012_5b51), f64::from_bits(0xbc96_c510_3944_9b3a)),
    (f64::from_bits(0x3ff1_72b8_3c7d_517b), f64::from_bits(0xbc81_9041_b9d7_8a76)),
    (f64::from_bits(0x3ff1_d487_3168_b9aa), f64::from_bits(0x3c9e_016e_00a2_643c)),
    (f64::from_bits(0x3ff2_387a_6e75_6238), f64::from_bits(0x3c99_b07e_b6c7_0573)),
    (f64::from_bits(0x3ff2_9e9d_f51f_dee1), f64::from_bits(0x3c86_12e8_afad_1255)),
    (f64::from_bits(0x3ff3_06fe_0a31_b715), f64::from_bits(0x3c86_f46a_d231_82e4)),
    (f64::from_bits(0x3ff3_71a7_373a_a9cb), f64::from_bits(0xbc96_3aea_bf42_eae2)),
    (f64::from_bits(0x3ff3_dea6_4c12_3422), f64::from_bits(0x3c8a_da09_11f0_9ebc)),
    (f64::from_bits(0x3ff4_4e08_6061_892d), f64::from_bits(0x3c48_9b7a_04ef_80d0)),
    (f64::from_bits(0x3ff4_bfda_d536_2a27), f64::from_bits(0x3c7d_4397_afec_42e2)),
    (f64::from_bits(0x3ff5_342b_569d_4f82), f64::from_bits(0xbc80_7abe_1db1_3cad)),
    (f64::from_bits(0x3ff5_ab07_dd48_5429), f64::from_bits(0x3c96_324c_0546_47ad)),
    (f64::from_bits(0x3ff6_247e_b03a_5585), f64::from_bits(0xbc93_83c1_7e40_b497)),
    (f64::from_bits(0x3ff6_a09e_667f_3bcd), f64::from_bits(0xbc9b_dd34_13b2_6456)),
    (f64::from_bits(0x3ff7_1f75_e8ec_5f74), f64::from_bits(0xbc81_6e47_8688_7a99)),
    (f64::from_bits(0x3ff7_a114_73eb_0187), f64::from_bits(0xbc84_1577_ee04_992f)),
    (f64::from_bits(0x3ff8_2589_994c_ce13), f64::from_bits(0xbc9d_4c1d_d415_32d8)),
    (f64::from_bits(0x3ff8_ace5_422a_a0db), f64::from_bits(0x3c96_e9f1_5686_4b27)),
    (f64::from_bits(0x3ff9_3737_b0cd_c5e5), f64::from_bits(0xbc67_5fc7_81b5_7ebc)),
    (f64::from_bits(0x3ff9_c491_82a3_f090), f64::from_bits(0x3c7c_7c46_b071_f2be)),
    (f64::from_bits(0x3ffa_5503_b23e_255d), f64::from_bits(0xbc9d_2f6e_db8d_41e1)),
    (f64::from_bits(0x3ffa_e89f_995a_d3ad), f64::from_bits(0x3c97_a1cd_345d_cc81)),
    (f64::from_bits(0x3ffb_7f76_f2fb_5e47), f64::from_bits(0xbc75_584f_7e54_ac3b)),
    (f64::from_bits(0x3ffc_199b_dd85_529c), f64::from_bits(0x3c81_1065_8950_48dd)),
    (f64::from_bits(0x3ffc_b720_dcef_9069), f64::from_bits(0x3c75_03cb_d1e9_49db)),
    (f64::from_bits(0x3ffd_5818_dcfb_a487), f64::from_bits(0x3c82_ed02_d75b_3707)),
    (f64::from_bits(0x3ffd_fc97_337b_9b5f), f64::from_bits(0xbc91_a5cd_4f18_4b5c)),
    (f64::from_bits(0x3ffe_a4af_a2a4_90da), f64::from_bits(0xbc9e_9c23_179c_2893)),
    (f64::from_bits(0x3fff_5076_5b6e_4540), f64::from_bits(0x3c99_d3e1_2dd8_a18b)),
];

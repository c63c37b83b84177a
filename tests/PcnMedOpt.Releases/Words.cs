namespace PcnMedOpt.Releases;

/// <summary>Words as clinical terms have them, the frequent first. What is made of them is invented, and may mean nothing.</summary>
internal static class Words
{
    public static readonly string[] Qualifiers = Split("""
        chronic acute left right primary secondary severe congenital bilateral recurrent mild moderate malignant benign traumatic infective acquired
        partial total persistent localised generalised superficial deep open closed internal external upper lower idiopathic hereditary neonatal
        senile drug-induced allergic ischaemic haemorrhagic obstructive inflammatory autoimmune viral bacterial fungal parasitic toxic metabolic
        degenerative atrophic hypertrophic calcified ruptured perforated complicated uncomplicated refractory latent residual early late juvenile
        occupational seasonal nocturnal exertional post-operative post-traumatic iatrogenic nutritional endemic atypical suspected
        """);

    public static readonly string[] Findings = Split("""
        pain fracture disorder injury infection neoplasm inflammation ulcer syndrome stenosis haemorrhage oedema deficiency rupture abscess dislocation
        hypertension tumour anaemia neuropathy arthritis failure insufficiency thrombosis embolism infarction cyst fistula hernia atrophy carcinoma
        dermatitis eczema asthma diabetes epilepsy migraine psoriasis gout nephropathy retinopathy cardiomyopathy fibrillation tachycardia bradycardia
        dyspepsia diarrhoea constipation vomiting nausea fatigue dizziness syncope palpitations cough dyspnoea wheeze rash pruritus urticaria fever
        leukaemia lymphoma melanoma sarcoma fibrosis cirrhosis hepatitis pancreatitis colitis gastritis oesophagitis bronchitis pneumonia sinusitis
        tonsillitis otitis conjunctivitis keratitis cataract glaucoma osteoporosis osteoarthritis tendinitis bursitis myopathy neuralgia palsy tremor
        """);

    public static readonly string[] Sites = Split("""
        bone skin lung heart kidney liver eye ear foot hand knee hip shoulder spine femur tibia radius humerus ankle wrist elbow finger toe stomach
        colon rectum oesophagus duodenum pancreas gallbladder spleen bladder ureter urethra prostate uterus ovary breast thyroid pituitary adrenal brain
        cerebellum meninges nerve artery vein aorta valve atrium ventricle pericardium trachea bronchus pleura larynx pharynx tongue lip tooth gum jaw
        nose sinus cornea retina lens eyelid scalp face neck chest abdomen pelvis groin thigh calf forearm muscle tendon ligament cartilage joint
        lymph-node bone-marrow mucosa vertebra rib clavicle scapula sternum patella fibula ulna carpus tarsus
        """);

    public static readonly string[] Procedures = Split("""
        excision measurement repair injection incision biopsy removal insertion review education monitoring assessment screening imaging drainage
        replacement reconstruction closure irrigation aspiration ablation transplantation counselling referral vaccination administration titration
        examination radiography ultrasound tomography endoscopy catheterisation dialysis transfusion ventilation suture debridement amputation fixation
        reduction manipulation massage acupuncture physiotherapy rehabilitation medication-review reconciliation optimisation deprescribing
        """);

    public static readonly string[] Measures = Split("""
        level concentration count ratio rate pressure volume score index time mass diameter frequency clearance saturation titre percentage
        interval duration depth length weight height temperature capacity flow
        """);

    public static readonly string[] Forms = Split("tablets capsules oral-solution cream ointment injection inhaler patches suppositories eye-drops granules lotion");

    public static readonly string[] Suppliers = Split("""
        Ardley Brackwell Corvane Dunmere Elstow Fenwick Garsdale Holmby Ixworth Jarrow Kelsall Lydbrook Marwood Norbury Orcop Penfold Quorn Ravelle
        Sandford Tarvin Ulverley Vintry Wexcombe Yarpole Zelston
        """);

    /// <summary>Names that are not ASCII, as a few terms have them.</summary>
    public static readonly string[] Foreign = Split("Sjöberg Ménard Müller-Ödegård β-interferon Kühne Señora Løvstad");

    public static readonly string[] Strengths = Split("5 10 20 50 100 250 2.5 1 500 25 40 75 200 0.5 1000");

    private static readonly (string British, string American)[] Spellings =
    [
        ("haem", "hem"), ("oedema", "edema"), ("oesophag", "esophag"), ("diarrhoea", "diarrhea"), ("tumour", "tumor"), ("anaemia", "anemia"),
        ("leukaemia", "leukemia"), ("ischaem", "ischem"), ("localised", "localized"), ("dyspnoea", "dyspnea"), ("titre", "titer"),
    ];

    private static readonly string[] Beginnings = Split("al bre car dor el fan gor hal im jun kel lor mar nor ol pel quin ros sal tor ul ver wil xan yor zel bran cor del fros");

    private static readonly string[] Middles = Split("a e i o u an en in on or al el il ar er ia eo ua ata eno ivi oru");

    private static readonly string[] Ends = Split("ton bury mere ley ford wick ster mont dale gate ski berg ini ova ard ell ock ine ide ate um us is");

    /// <summary>A name as people and places have them: the rare words of a language.</summary>
    public static string Name(ref Mixing random)
    {
        var name = random.PickOften(Beginnings) + random.PickOften(Middles) + random.Pick(Ends);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>A name as medicines have them.</summary>
    public static string Medicine(ref Mixing random, string[] endings) =>
        random.Pick(Beginnings) + random.Pick(Middles) + random.Pick(Beginnings) + random.Pick(Middles) + random.PickOften(endings);

    public static string? American(string term)
    {
        foreach (var (british, american) in Spellings)
            if (term.Contains(british, StringComparison.OrdinalIgnoreCase)) return term.Replace(british, american, StringComparison.Ordinal);
        return null;
    }

    public static string Capital(string term) => char.ToUpperInvariant(term[0]) + term[1..];

    private static string[] Split(string words) => [.. words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Replace("oral-solution", "oral solution", StringComparison.Ordinal).Replace("eye-drops", "eye drops", StringComparison.Ordinal))];
}
